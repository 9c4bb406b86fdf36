import { expect, test } from 'vitest'
import { amountFrom } from './amount-from.ts'

test.each([
  ['120', 120],
  ['120,50', 120.5],
  ['1 250.5', 1250.5],
  ['', null],
  ['-5', null],
  ['1,000.00', 1000],
  ['1.000,50', 1000.5],
  ['1.000', 1000],
  ['1,23,45', null],
  ['ten', null],
])('an agent who types "%s" gives %s', (text, amount) => {
  expect(amountFrom(text)).toBe(amount)
})
