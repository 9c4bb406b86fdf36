import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { isSameNumber } from './same-number.ts'

test.each([
  ['+37255500142', '+372 5550 0142', true],
  ['+37255500142', '5550 0142', true],
  ['0044 20 7946 0018', '+442079460018', true],
  ['+442079460018', '020 7946 0018', true],
  ['+37255500142', '+37255500143', false],
  ['+37255500142', '+35855500142', false],
  ['1042', '1042', true],
  ['10-42', '1042', true],
  ['sip:ana@pbx', 'sip:ana@pbx', true],
  ['sip:ana@pbx', 'sip:jaan@pbx', false],
  ['', '', false],
  ['+37255500142', '', false],
])('a phone written %s and %s: the same is %s', (one, other, same) => {
  expect(isSameNumber(parsePhoneNumberFromString, one, other)).toBe(same)
  expect(isSameNumber(parsePhoneNumberFromString, other, one)).toBe(same)
})
