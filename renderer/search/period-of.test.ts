import { expect, test } from 'vitest'
import { periodOf } from './period-of.ts'

const now = new Date(2026, 10, 21, 15).getTime()
const days = (from: Date, to: Date) => ({ from: from.getTime(), to: to.getTime() })

test.each([
  ['2026', days(new Date(2026, 0, 1), new Date(2027, 0, 1))],
  ['2026-11', days(new Date(2026, 10, 1), new Date(2026, 11, 1))],
  ['2026-2-28', days(new Date(2026, 1, 28), new Date(2026, 2, 1))],
  ['today', days(new Date(2026, 10, 21), new Date(2026, 10, 22))],
  ['Yesterday', days(new Date(2026, 10, 20), new Date(2026, 10, 21))],
  ['30d', days(new Date(2026, 9, 22), new Date(2026, 9, 23))],
])('%s is a time', (written, period) => {
  expect(periodOf(written, now)).toEqual(period)
})

test.each(['2026-13', '2026-02-30', '20', 'soon', '2026-11-', ''])('“%s” is none', (written) => {
  expect(periodOf(written, now)).toBeNull()
})
