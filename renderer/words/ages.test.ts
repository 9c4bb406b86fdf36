import { expect, test } from 'vitest'
import { ageText } from './ages.ts'

const second = 1000

test('an age is said in its largest whole unit', () => {
  const ages = [0, 12.9, 59.9, 60, 3599, 3600, 86_399, 86_400 * 3].map((seconds) => ageText(seconds * second, 'en'))
  expect(ages).toEqual(['0s', '12s', '59s', '1m', '59m', '1h', '23h', '3d'])
})

test('a clock that was set back makes nobody come from the future', () => {
  expect(ageText(-5 * second, 'en')).toBe('0s')
})
