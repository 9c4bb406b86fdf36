import { expect, test } from 'vitest'
import { hoursShown } from './week-days.ts'

test.each([
  ['that end within an hour', { callFrom: '08:30', callTo: '18:30' }, 8, 18],
  ['that end with an hour', { callFrom: '08:00', callTo: '18:00' }, 8, 17],
  ['that go over midnight', { callFrom: '22:00', callTo: '06:00' }, 0, 23],
])('calling hours %s are all drawn', (_, callingHours, first, last) => {
  const hours = hoursShown([], callingHours, 'Europe/Tallinn')
  expect([hours[0], hours.at(-1)]).toEqual([first, last])
})
