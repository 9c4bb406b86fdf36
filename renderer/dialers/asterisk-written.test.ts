import { expect, test } from 'vitest'
import { textsOf, writtenIn } from './asterisk-written.ts'

const saved = {
  enabled: true,
  host: '10.0.0.5',
  port: 5038,
  user: 'steadyline-101',
  channel: 'PJSIP/101',
  context: 'from-internal',
} as const

test('what an agent wrote becomes the settings, without the spaces around it', () => {
  expect(writtenIn({ ...textsOf(saved), host: ' 10.0.0.5 ', channel: ' PJSIP/101' }, true)).toEqual(saved)
})

test('an agent need not know the context', () => {
  expect(writtenIn({ ...textsOf(saved), context: '' }, false)).toEqual({ ...saved, enabled: false, context: '' })
})

test.each([
  ['no host', { host: ' ' }],
  ['no user', { user: '' }],
  ['a port that is none', { port: '70000' }],
  ['an extension without its technology', { channel: '101' }],
  ['two channels', { channel: 'PJSIP/101 PJSIP/102' }],
])('%s is nothing to save or test', (_what, part) => {
  expect(writtenIn({ ...textsOf(saved), ...part }, true)).toBeNull()
})
