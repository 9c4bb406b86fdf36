import { expect, test } from 'vitest'
import { saidInLine, saidTimeInLine } from './said-in-line.ts'
import { saidHere, saidLater, saidTime } from './said-time.ts'

/** Sunday, 12:00 in Tallinn. */
const now = Date.UTC(2026, 10, 22, 10)
const inTallinn = { now, locale: 'en-GB', ownZone: 'Europe/Tallinn' }

function tallinn(wall: string) {
  return { wall, zone: 'Europe/Tallinn', at: Date.parse(`${wall}:00+02:00`) }
}

test.each([
  ['2026-11-22T15:00', 'Today 15:00'],
  ['2026-11-23T00:10', 'Tomorrow 00:10'],
  ['2026-11-21T23:59', 'Yesterday 23:59'],
  ['2026-11-27T10:30', 'Fri 10:30'],
  ['2026-11-28T10:30', 'Sat 10:30'],
  ['2026-11-29T10:30', '29 Nov 10:30'],
  ['2026-11-19T10:30', '19 Nov 10:30'],
  ['2027-01-08T10:30', '8 Jan 2027 10:30'],
])('a call promised for %s is listed as %s', (wall, text) => {
  expect(saidTime(tallinn(wall), inTallinn)).toBe(text)
})

test.each([
  ['2026-11-22T15:00', '15:00'],
  ['2026-11-23T15:00', 'Mon 15:00'],
  ['2026-11-27T15:00', 'Fri 15:00'],
  ['2026-11-29T15:00', '29 Nov 15:00'],
  ['2026-11-21T15:00', '21 Nov 15:00'],
])('a call promised for %s rings as %s, also on a later day', (wall, text) => {
  expect(saidLater(tallinn(wall), inTallinn)).toBe(text)
})

test('a ring names the place whose clock it was promised by', () => {
  expect(saidLater(tallinn('2026-11-22T15:00'), { ...inTallinn, ownZone: 'Europe/Berlin' })).toBe('15:00 (Tallinn)')
})

test('an agent elsewhere reads the place beside the time that was promised, and their own clock apart', () => {
  const inBerlin = { ...inTallinn, ownZone: 'Europe/Berlin' }
  const promised = tallinn('2026-11-29T15:00')
  expect([saidTime(promised, inBerlin), saidHere(promised, inBerlin)]).toEqual(['29 Nov 15:00 (Tallinn)', '29 Nov 14:00'])
})

test('a place with the same clock as the agent’s is not named', () => {
  expect(saidTime(tallinn('2026-11-27T10:30'), { ...inTallinn, ownZone: 'Europe/Helsinki' })).toBe('Fri 10:30')
})

test('the day is the agent’s own: their Monday is still Sunday over there', () => {
  const inAuckland = { ...inTallinn, ownZone: 'Pacific/Auckland', now: Date.UTC(2026, 10, 22, 12) }
  expect(saidHere(tallinn('2026-11-22T23:00'), inAuckland)).toBe('Today 10:00')
  expect(saidTime(tallinn('2026-11-22T23:00'), inAuckland)).toBe('Yesterday 23:00 (Tallinn)')
})

test('a time is written as the locale writes it', () => {
  expect(saidTime(tallinn('2026-11-27T15:00'), { ...inTallinn, locale: 'en-US' })).toBe('Fri 3:00 PM')
})

test('a promise that only named a distance from UTC says so', () => {
  const at = Date.parse('2026-11-29T15:00:00+05:30')
  expect(saidTime({ wall: '2026-11-29T15:00', zone: '+05:30', at }, inTallinn)).toBe('29 Nov 15:00 (UTC+05:30)')
})

test('in the middle of a sentence no day has a capital that is none of a name', () => {
  const inBerlin = { ...inTallinn, ownZone: 'Europe/Berlin' }
  expect(saidInLine(tallinn('2026-11-23T15:00'), inBerlin)).toBe('tomorrow 14:00')
  expect(saidTimeInLine(tallinn('2026-11-23T15:00'), inBerlin)).toBe('tomorrow 15:00 (Tallinn)')
  expect(saidInLine(tallinn('2026-11-27T10:30'), inTallinn)).toBe('Fri 10:30')
})
