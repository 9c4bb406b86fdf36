import fc from 'fast-check'
import { type CountryCode, parsePhoneNumberFromString as parse } from 'libphonenumber-js/min'
import { expect, test } from 'vitest'
import { filedNumber } from './filed-number.ts'

test.each<[string, CountryCode | null, string | null]>([
  ['055500142', 'EE', '+37255500142'],
  ['0037255500142', 'EE', '+37255500142'],
  ['+372 5550 0142', 'EE', '+37255500142'],
  ['5550 0142', 'EE', '+37255500142'],
  ['tel:+372-5550-0142', null, '+37255500142'],
  ['sip:+37255500142@pbx.example;user=phone', 'EE', '+37255500142'],
  ['0037255500142', 'US', '+37255500142'],
  ['011 372 5550 0142', 'US', '+37255500142'],
  ['020 7946 0018', 'GB', '+442079460018'],
  ['+44 (0)20 7946 0018', 'EE', '+442079460018'],
  ['06 1234 5678', 'IT', '+390612345678'],
  ['+1 415 555 2671 ext. 12', 'EE', '+14155552671;ext=12'],
  ['+800 1234 5678', 'EE', '+80012345678'],
  ['5550 0142', null, '55500142'],
  ['1042', 'EE', '1042'],
  ['10-42', 'EE', '1042'],
  ['112', 'EE', '112'],
  ['*43', 'EE', '*43'],
  ['sip:1042@PBX.Example', 'EE', 'sip:1042@pbx.example'],
  ['sip:Ana@pbx.example', 'EE', 'sip:Ana@pbx.example'],
  ['sips:ana@pbx.example:5061', 'EE', 'sip:ana@pbx.example:5061'],
  ['Reception', 'EE', 'reception'],
  ['', 'EE', null],
  ['anonymous', 'EE', null],
  ['Unknown', null, null],
  ['sip:anonymous@anonymous.invalid', 'EE', null],
  ['sip:anonymous@10.0.0.1', 'EE', null],
])('a caller written %j is filed in %s under %j', (written, home, filed) => {
  expect(filedNumber(parse, written, home)).toBe(filed)
})

test('what a number is filed under is filed under itself, whatever was written', () => {
  const written = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'0123456789+- ()'), maxLength: 16 }),
    fc.string({ maxLength: 20 }),
    fc.string({ maxLength: 12 }).map((user) => `sip:${user}@pbx.example`),
  )
  fc.assert(
    fc.property(written, (text) => {
      const filed = filedNumber(parse, text, 'EE')
      if (filed !== null && /^\+/.test(filed)) expect(filedNumber(parse, filed, 'EE')).toBe(filed)
    }),
  )
})
