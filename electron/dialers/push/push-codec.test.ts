import fc from 'fast-check'
import { expect, it } from 'vitest'
import { callReport } from '../../../shared/call/call-report.ts'
import { readFields } from './push-codec.ts'
import { callPush, zammadPush } from './push-events.ts'

const formType = 'application/x-www-form-urlencoded; charset=UTF-8'
const name = fc.string({ minLength: 1 }).filter((text) => !text.endsWith('[]') && text !== '__proto__')

it('gives back every field of a form as it was sent', () => {
  fc.assert(
    fc.property(fc.dictionary(name, fc.string({ unit: 'grapheme' }), { noNullPrototype: true }), (fields) => {
      const body = Buffer.from(new URLSearchParams(fields).toString())
      expect(readFields(formType, body)).toEqual({ ok: true, value: fields })
    }),
  )
})

it('takes any bytes for a form, a call or a refusal, and never throws', () => {
  const type = fc.constantFrom(formType, 'application/json', 'text/html', '')
  fc.assert(
    fc.property(type, fc.uint8Array({ maxLength: 300 }), (contentType, bytes) => {
      const fields = readFields(contentType, Buffer.from(bytes))
      const taken = fields.ok ? [callPush, zammadPush].map((push) => push.safeParse(fields.value).success) : [fields.failure]
      expect(taken.length).toBeGreaterThan(0)
    }),
  )
})

it('turns every push it takes into a report that the companion takes', () => {
  const push = fc.record({
    event: fc.constantFrom('ringing', 'dialling', 'answered', 'held', 'resumed', 'ended'),
    id: fc.string({ minLength: 1, maxLength: 300 }),
    number: fc.string({ unit: 'binary' }),
    name: fc.string({ unit: 'binary' }),
  })
  fc.assert(
    fc.property(push, (fields) => {
      const report = callPush.safeParse(fields)
      fc.pre(report.success)
      expect(callReport.parse(report.data)).toEqual(report.data)
    }),
  )
})
