import { expect, test } from 'vitest'
import { topicsFrom } from './topics-from.ts'

test('a supervisor types topics with commas between, and each counts once', () => {
  expect(topicsFrom(' deliveries,refunds ,, Deliveries; late  orders')).toEqual(['deliveries', 'refunds', 'late orders'])
})

test('no more and no longer topics are kept than a colleague can have', () => {
  const many = topicsFrom(Array.from({ length: 20 }, (_, index) => `topic ${index} ${'x'.repeat(100)}`).join(','))
  expect([many.length, Math.max(...many.map(({ length }) => length))]).toEqual([12, 40])
})
