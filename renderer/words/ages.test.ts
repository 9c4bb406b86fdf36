import { expect, test } from 'vitest'
import { ageText } from './ages.ts'

const second = 1000

test('an age is said in its largest whole unit', () => {
  expect([0, 12.9, 59.9, 60, 3599, 3600, 86_399, 86_400 * 3].map((seconds) => ageText(seconds * second, 'en-GB'))).toEqual([
    '0 sec',
    '12 sec',
    '59 sec',
    '1 min',
    '59 min',
    '1 hr',
    '23 hrs',
    '3 days',
  ])
})

test('a clock that was set back makes nobody come from the future', () => {
  expect(ageText(-5 * second, 'en-GB')).toBe('0 sec')
})
