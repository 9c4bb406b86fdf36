import { expect, test } from 'vitest'
import { excerpt } from './excerpt.ts'

const long = 'word '.repeat(100)

test('a short note is shown whole, and a long one from its beginning', () => {
  expect(excerpt('Order late', 'late')).toBe('Order late')
  expect(excerpt(`refund ${long}`, 'refund')).toBe(`${`refund ${long}`.slice(0, 320)}…`)
})

test('a match far into a note is shown with a few words before it', () => {
  expect(excerpt(`${long}agreed on a refund`, 'refund')).toBe('…word word word word word agreed on a refund')
  expect(excerpt(`${'x'.repeat(500)}refund 88`, '88')).toBe('…88')
})
