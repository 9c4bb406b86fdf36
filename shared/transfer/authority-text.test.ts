import { describe, expect, it } from 'vitest'
import { authorityTextProblem, certificatesIn } from './authority-text.ts'

const one = '-----BEGIN CERTIFICATE-----\nMIIBszCCAVmgAwIBAgIU\nb2Zm+/A=\n-----END CERTIFICATE-----'
const key = '-----BEGIN EC PRIVATE KEY-----\nMHcCAQEE\n-----END EC PRIVATE KEY-----'

describe('the text of a hub’s own authority', () => {
  it.each([
    ['nothing', '', null],
    ['one certificate', one, null],
    ['a chain with words between', `Root of the team\n${one}\r\n\r\nand\n${one}\n`, null],
    ['a key', key, 'key'],
    ['a key beside a certificate', `${one}\n${key}`, 'key'],
    ['a certificate that was cut', one.slice(0, 40), 'notPem'],
    ['the path of a file', '/etc/ssl/hub.pem', 'notPem'],
  ])('is told from the wrong file: %s', (_what, text, problem) => {
    expect(authorityTextProblem(text)).toBe(problem)
  })

  it('gives its certificates one by one', () => {
    expect(certificatesIn(`x ${one} y ${one} ${key}`)).toEqual([one, one])
  })
})
