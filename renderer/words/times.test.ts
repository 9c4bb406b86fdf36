import { expect, test } from 'vitest'
import { clockText, timeText, whenText } from './times.ts'

test.each([
  [0, '00:00'],
  [999, '00:00'],
  [222_000, '03:42'],
  [3_599_999, '59:59'],
  [3_600_000, '1:00:00'],
  [36_061_000, '10:01:01'],
])('%i milliseconds on the line read %s', (milliseconds, text) => {
  expect(clockText(milliseconds)).toBe(text)
})

const now = new Date(2026, 10, 21, 14, 5, 12).getTime()

test('a save names its second', () => {
  expect(timeText(now, 'en-GB')).toBe('14:05:12')
})

test('a call is dated as shortly as its age allows', () => {
  const at = (...date: [number, number, number, number, number]) => whenText(new Date(...date).getTime(), now, 'en-GB')
  expect([at(2026, 10, 21, 9, 2), at(2026, 10, 19, 11, 20), at(2026, 10, 5, 9, 41), at(2025, 10, 5, 9, 41)]).toEqual([
    '09:02',
    'Thu 11:20',
    '5 Nov',
    '5 Nov 2025',
  ])
})
