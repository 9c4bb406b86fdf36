import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sipTarget } from './sip-target.ts'

const account = 'sip:agent@pbx.example.org:5062'

it.each([
  ['200', 'sip:200@pbx.example.org:5062'],
  ['+49 (30) 123-45', 'sip:+493012345@pbx.example.org:5062'],
  ['tel:+4930/12345', 'sip:+493012345@pbx.example.org:5062'],
  ['*21#', 'sip:*21%23@pbx.example.org:5062'],
  ['ana.kovac', 'sip:ana.kovac@pbx.example.org:5062'],
  [' sip:ana@example.org ', 'sip:ana@example.org'],
  ['sips:ana@[2001:db8::1]:5061;transport=tls', 'sips:ana@[2001:db8::1]:5061;transport=tls'],
])('a colleague written as %s is dialled as %s', (written, target) => {
  expect(sipTarget(written, account)).toBe(target)
})

it.each([
  '',
  '   ',
  '()',
  'sip:',
  'sip:ana@',
  'sip:@example.org',
  'sip:ana @example.org',
  'sip:ana@example.org?Replaces=1',
  'sip:ana@example.org>\r\nhangup',
  '200\r\nhangup',
  '200 hangup all',
  'ana kovac',
  '"ana"',
])('an agent who writes %j dials nobody', (written) => {
  expect(sipTarget(written, account)).toBeNull()
})

it('whatever an agent writes, what is dialled is never empty and holds nothing a phone could take for another command', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (written) => {
      const target = sipTarget(written, account)
      if (target !== null) expect(target).toMatch(/^sips?:[!-~]+@[!-~]+$/)
      if (target !== null) expect(target).not.toMatch(/[\s<>"{}|\\^`]/)
    }),
  )
})
