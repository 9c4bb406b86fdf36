import { expect, test } from 'vitest'
import { inDays, laterBy, onDay, tomorrowSameTime } from './moved-time.ts'
import { promisedAt } from './wall-time.ts'

const tallinn = 'Europe/Tallinn'
const hour = 3_600_000
/** The evening before clocks are put forward at 03:00. */
const evening = promisedAt(Date.UTC(2027, 2, 27, 16), tallinn)

test('the same time tomorrow is the same on the clock, on a day of 23 hours too', () => {
  const moved = tomorrowSameTime(evening, evening.at - hour)
  expect([moved.wall, moved.at - evening.at]).toEqual(['2027-03-28T18:00', 23 * hour])
})

test('an hour later than an overdue promise is an hour from now', () => {
  expect(laterBy(evening, 60, evening.at + 5 * hour).at).toBe(evening.at + 6 * hour)
})

test('a callback dropped on an hour that is skipped is called at the first real time after it', () => {
  expect(onDay(evening, '2027-03-28', 3, tallinn)).toMatchObject({ time: { wall: '2027-03-28T04:00' }, clocks: 'gap' })
})

test('a callback dropped on an hour that comes twice is called at the first, and stays in the second if it is there', () => {
  const [first, second] = [Date.UTC(2027, 9, 31, 0, 20), Date.UTC(2027, 9, 31, 1, 20)]
  const before = promisedAt(first - 20 * 24 * hour, tallinn)
  expect(onDay(before, '2027-10-31', 3, tallinn)).toMatchObject({ time: { at: first }, clocks: 'overlap' })
  expect(onDay(promisedAt(second, tallinn), '2027-10-31', 3, tallinn)).toMatchObject({ time: { at: second }, clocks: 'only' })
})

test('a callback dropped in the own calendar stays promised in the zone of the person', () => {
  const time = promisedAt(Date.UTC(2026, 10, 27, 9), 'Asia/Tokyo')
  expect(onDay(time, '2026-11-30', null, tallinn)).toMatchObject({
    time: { wall: '2026-11-30T18:00', zone: 'Asia/Tokyo' },
    clocks: 'only',
  })
})

test('a check-in is at the time of day the call was', () => {
  expect(inDays(Date.UTC(2026, 0, 5, 8), 7, Date.UTC(2026, 10, 27, 9), tallinn).wall).toBe('2026-12-04T10:00')
})
