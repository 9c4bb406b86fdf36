import { expect, it } from 'vitest'
import { maskRecord } from './masked-record.ts'

const rules = { cards: true, ibans: false, patterns: [] }
const card = '4242 4242 4242 4242'

it('masks all prose of a record, however deep, and nothing that names or counts', () => {
  const record = {
    id: card,
    number: card,
    person: { name: card, number: card },
    updatedAt: 4242424242424242,
    text: `Paid with ${card}`,
    remarks: [card, 'Short answers'],
    handling: { steps: { greet: { said: card, mark: 'done' } }, outcome: { agreed: card, hardness: 3 } },
    bytes: new Uint8Array([4, 2]),
  }
  expect(maskRecord(record, rules)).toEqual({
    ...record,
    text: 'Paid with •••• 4242',
    remarks: ['•••• 4242', 'Short answers'],
    handling: { steps: { greet: { said: '•••• 4242', mark: 'done' } }, outcome: { agreed: '•••• 4242', hardness: 3 } },
  })
})

it('gives a record back as the object it is when nothing of it is masked', () => {
  const record = { id: 'a', text: 'Order 88-1042', handling: null, links: ['b'] }
  expect(maskRecord(record, rules)).toBe(record)
})
