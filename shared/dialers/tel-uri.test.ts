import * as fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { telUri } from './tel-uri.ts'

it.each([
  ['+372 5550 0142', 'tel:+37255500142'],
  ['(030) 123-456', 'tel:030123456'],
  ['030/123.456', 'tel:030123456'],
  ['+49\u00a030\u2011123', 'tel:+4930123'],
  ['112', 'tel:112'],
  ['tel:+1-201-555-0123;ext=102', 'tel:+12015550123;ext=102'],
  ['+1 201 555 0123 ext. 102', 'tel:+12015550123;ext=102'],
  ['+1 201 555 0123 x102', 'tel:+12015550123;ext=102'],
])('a number written %j is dialled as %s', (written, uri) => {
  expect(telUri(written)).toBe(uri)
})

it.each([
  '',
  '   ',
  '+',
  'Ana',
  '1800FLOWERS',
  '*21*+37255500142#',
  '#31#112',
  'sip:ana@example.org',
  'tel:112;phone-context=evil.example',
  'tel:112?subject=x',
  'https://example.org',
  'file:///etc/passwd',
  '112\u0000',
  '112%20112',
  '+37255500142+112',
  '1'.repeat(41),
  '112 ext.',
  '112;ext=abc',
])('nobody is dialled at %j', (written) => {
  expect(telUri(written)).toBeNull()
})

test('whatever is written, nothing but digits, one plus and one extension reaches the system', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[+0-9 ().;=extl:*#-]{0,60}$/)), (written) => {
      expect(telUri(written) ?? 'tel:1').toMatch(/^tel:\+?\d{1,40}(;ext=\d{1,10})?$/)
    }),
    { numRuns: 2000 },
  )
})
