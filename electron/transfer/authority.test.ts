import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { authorityProblem } from './authority.ts'

const file = (name: string) => readFileSync(join(import.meta.dirname, '../hub/test-certificates', `${name}.pem`), 'utf8')

it.each([
  ['nothing: the public authorities', '', null],
  ['an authority', file('authority'), null],
  ['a certificate that is its own authority', file('good'), null],
  ['an authority beside the certificate it signed', `${file('renewed')}\n${file('authority')}`, null],
  ['a certificate that somebody else signed', file('renewed'), 'notAnAuthority'],
  ['one that has expired', file('expired'), 'expired'],
  ['a key', file('good.key'), 'key'],
  ['a certificate with a hole in it', file('authority').replace(/\n.{64}\n/, '\n'), 'notPem'],
  ['words', 'hub.pem', 'notPem'],
] as const)('a hub can be trusted by, or not: %s', (_what, text, problem) => {
  expect(authorityProblem(text)).toBe(problem)
})
