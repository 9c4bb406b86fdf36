import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseTime, type TimeReading } from './parse-time.ts'
import type { TimeContext } from './time-meant.ts'

/** Sunday 22 November 2026, 14:00 in Tallinn, where the caller is; 13:00 in Berlin, where the agent is. */
const context: TimeContext = {
  now: Date.UTC(2026, 10, 22, 12),
  ownZone: 'Europe/Berlin',
  theirZones: ['Europe/Tallinn'],
  hours: { callFrom: '08:00', callTo: '20:00' },
  monthFirst: false,
}

function short(reading: TimeReading): string {
  const said = ({ wall, zone, fold }: { wall: string; zone: string; fold: string }) =>
    `${wall} ${zone}${fold === 'only' ? '' : ` ${fold}`}`
  if (reading.kind === 'understood') return said(reading.time)
  return reading.kind === 'asks' ? `${reading.about}? ${reading.choices.map(said).join(' | ')}` : reading.kind
}

function read(text: string, changes: Partial<TimeContext> = {}): string {
  return short(parseTime(text, { ...context, ...changes }))
}

test.each([
  ['tomorrow 3pm', '2026-11-23T15:00 Europe/Tallinn'],
  ['in 20 min', '2026-11-22T14:20 Europe/Tallinn'],
  ['in an hour and a half', '2026-11-22T15:30 Europe/Tallinn'],
  ['in 2h 15m', '2026-11-22T16:15 Europe/Tallinn'],
  ['half an hour from now', '2026-11-22T14:30 Europe/Tallinn'],
  ['Fri 10:30', '2026-11-27T10:30 Europe/Tallinn'],
  ['Fri 10.30', '2026-11-27T10:30 Europe/Tallinn'],
  ['15:00', '2026-11-22T15:00 Europe/Tallinn'],
  ['noon tomorrow', '2026-11-23T12:00 Europe/Tallinn'],
  ['next tuesday at 9', '2026-11-24T09:00 Europe/Tallinn'],
  ['day after tomorrow 10:00', '2026-11-24T10:00 Europe/Tallinn'],
  ['15:00 please, on Friday', '2026-11-27T15:00 Europe/Tallinn'],
  ['sunday 15:00', '2026-11-22T15:00 Europe/Tallinn'],
  ['27 Nov 10:30', '2026-11-27T10:30 Europe/Tallinn'],
  ['2026-11-27T10:30', '2026-11-27T10:30 Europe/Tallinn'],
  ['3/12 10:30', '2026-12-03T10:30 Europe/Tallinn'],
  ['5 Jan 10:30', '2027-01-05T10:30 Europe/Tallinn'],
  ['Nov 27 3pm', '2026-11-27T15:00 Europe/Tallinn'],
  ['November 27th, 15:00', '2026-11-27T15:00 Europe/Tallinn'],
  ['nov 27, 2026 3pm', '2026-11-27T15:00 Europe/Tallinn'],
  ['27.11. 15:00', '2026-11-27T15:00 Europe/Tallinn'],
  ['5.12 at 3pm', '2026-12-05T15:00 Europe/Tallinn'],
  ['27.11.2026 15:00', '2026-11-27T15:00 Europe/Tallinn'],
  ['Weds 3pm', '2026-11-25T15:00 Europe/Tallinn'],
  ['tues 10:30', '2026-11-24T10:30 Europe/Tallinn'],
  ['quarter to 5pm', '2026-11-22T16:45 Europe/Tallinn'],
  ['tomorrow half past 10', '2026-11-23T10:30 Europe/Tallinn'],
  ['half past 3pm', '2026-11-22T15:30 Europe/Tallinn'],
  ['10:00 the day after tomorrow', '2026-11-24T10:00 Europe/Tallinn'],
  ['in two hours', '2026-11-22T16:00 Europe/Tallinn'],
  ['in 1h30m', '2026-11-22T15:30 Europe/Tallinn'],
  ['90 minutes', '2026-11-22T15:30 Europe/Tallinn'],
  ['2h', '2026-11-22T16:00 Europe/Tallinn'],
  ['please call her back at 15:00', '2026-11-22T15:00 Europe/Tallinn'],
])('"%s" is %s', (text, time) => {
  expect(read(text)).toBe(time)
})

test.each([
  ['Fri 10:30 Helsinki', '2026-11-27T10:30 Europe/Helsinki'],
  ['Fri 10:30 New York time', '2026-11-27T10:30 America/New_York'],
  ['Fri 10:30 in São Paulo', '2026-11-27T10:30 America/Sao_Paulo'],
  ['Fri 10:30 Kyiv', '2026-11-27T10:30 Europe/Kyiv'],
  ['Fri 10:30 Mumbai', '2026-11-27T10:30 Asia/Kolkata'],
  ['Fri 10:30 Japan', '2026-11-27T10:30 Asia/Tokyo'],
  ['Fri Asia/Tokyo 10:30', '2026-11-27T10:30 Asia/Tokyo'],
  ['27 Nov 10:30 EST', '2026-11-27T10:30 America/New_York'],
  ['27 Nov 10:30 cet', '2026-11-27T10:30 Europe/Berlin'],
  ['27 Nov 10:30 UTC+2', '2026-11-27T10:30 +02:00'],
  ['27 Nov 10:30 GMT+5:30', '2026-11-27T10:30 +05:30'],
  ['2026-11-27T10:30-03:00', '2026-11-27T10:30 -03:00'],
  ['2026-11-27T10:30Z', '2026-11-27T10:30 UTC'],
  ['15:00 their time', '2026-11-22T15:00 Europe/Tallinn'],
  ['15:00 my time', '2026-11-22T15:00 Europe/Berlin'],
  ['15:00 here', '2026-11-22T15:00 Europe/Berlin'],
  ['in 20 min my time', '2026-11-22T13:20 Europe/Berlin'],
])('"%s" is meant as %s', (text, time) => {
  expect(read(text)).toBe(time)
})

test.each([
  ['tomorrow at 3', 'half? 2026-11-23T03:00 Europe/Tallinn | 2026-11-23T15:00 Europe/Tallinn'],
  ['tomorrow at 8', 'half? 2026-11-23T08:00 Europe/Tallinn | 2026-11-23T20:00 Europe/Tallinn'],
  ['28 Mar 2027 03:30', 'gap? 2027-03-28T02:30 Europe/Tallinn | 2027-03-28T04:30 Europe/Tallinn'],
  ['31 Oct 2027 03:30', 'overlap? 2027-10-31T03:30 Europe/Tallinn first | 2027-10-31T03:30 Europe/Tallinn second'],
  ['Fri 10:30 CST', 'zone? 2026-11-27T10:30 America/Chicago | 2026-11-27T10:30 Asia/Shanghai | 2026-11-27T10:30 America/Havana'],
  ['3pm not today', 'unread? 2026-11-22T15:00 Europe/Tallinn'],
  ['2moro 3pm', 'unread? 2026-11-22T15:00 Europe/Tallinn'],
  ['before 5pm', 'unread? 2026-11-22T17:00 Europe/Tallinn'],
  ['in 10 minutes tomorrow', 'unread? 2026-11-22T14:10 Europe/Tallinn'],
  ['in 1h 30', 'unread? 2026-11-22T15:00 Europe/Tallinn'],
  ['Fri 10:30 Nowhere', 'unread? 2026-11-27T10:30 Europe/Tallinn'],
  ['Fri 10:30 Mars/Phobos', 'unread? 2026-11-27T10:30 Europe/Tallinn'],
  ['Fri 10:30 UTC+25', 'unread? 2026-11-27T10:30 UTC'],
  ['Mon-Fri 10:00', 'several? 2026-11-23T10:00 Europe/Tallinn | 2026-11-27T10:00 Europe/Tallinn'],
  ['Fri 10:30 London', 'zone? 2026-11-27T10:30 Europe/London | 2026-11-27T10:30 America/Toronto'],
  ['Friday 3 December 10:00', 'weekday? 2026-12-03T10:00 Europe/Tallinn | 2026-12-04T10:00 Europe/Tallinn'],
  ['Friday 3-4pm', 'several? 2026-11-27T15:00 Europe/Tallinn | 2026-11-27T16:00 Europe/Tallinn'],
  ['Friday or Monday 9:30', 'several? 2026-11-27T09:30 Europe/Tallinn | 2026-11-23T09:30 Europe/Tallinn'],
  ['13:00', 'past? 2026-11-23T13:00 Europe/Tallinn'],
  ['today 13:00', 'past? 2026-11-23T13:00 Europe/Tallinn'],
  ['sunday 13:00', 'past? 2026-11-29T13:00 Europe/Tallinn'],
  ['yesterday 15:00', 'past? 2026-11-22T15:00 Europe/Tallinn'],
  ['27 Nov 1900 10:00', 'past? 2026-11-23T10:00 Europe/Tallinn'],
])('"%s" is asked about: %s', (text, question) => {
  expect(read(text)).toBe(question)
})

test('the half of the day goes without asking when only one is ahead in calling hours', () => {
  expect([read('tomorrow at 9'), read('at 3'), read('at 9')]).toEqual([
    '2026-11-23T09:00 Europe/Tallinn',
    '2026-11-22T15:00 Europe/Tallinn',
    'past? 2026-11-23T09:00 Europe/Tallinn | 2026-11-22T21:00 Europe/Tallinn',
  ])
})

test('an ambiguous name is the place that has it most when that is the caller’s, and is asked about when it is not', () => {
  expect(read('Fri 10:30 London', { theirZones: ['Europe/London'] })).toBe('2026-11-27T10:30 Europe/London')
  expect(read('Fri 10:30 CST', { theirZones: ['America/Chicago'] })).toBe('2026-11-27T10:30 America/Chicago')
  expect(read('Fri 10:30 London', { theirZones: ['America/New_York'] })).toMatch(/^zone\? .* Europe\/London \|/)
})

test('a caller who may be in several places is asked about, unless it is the same moment there or no wall time', () => {
  const theirZones = ['America/New_York', 'America/Chicago']
  expect(read('Fri 15:00', { theirZones })).toBe('zone? 2026-11-27T15:00 America/New_York | 2026-11-27T15:00 America/Chicago')
  expect(read('Fri 15:00', { theirZones: ['America/Denver', 'America/Phoenix'] })).toBe('2026-11-27T15:00 America/Denver')
  expect(read('in 20 min', { theirZones })).toBe('2026-11-22T13:20 Europe/Berlin')
  expect(read('Fri 15:00 my time', { theirZones })).toBe('2026-11-27T15:00 Europe/Berlin')
})

test('tomorrow is the day after today where the caller is', () => {
  const lateInBerlin = Date.UTC(2026, 10, 22, 22, 30)
  expect(read('tomorrow 15:00', { now: lateInBerlin })).toBe('2026-11-24T15:00 Europe/Tallinn')
  expect(read('tomorrow 15:00 my time', { now: lateInBerlin })).toBe('2026-11-23T15:00 Europe/Berlin')
})

test('twenty minutes are twenty minutes while the clocks are changed', () => {
  const now = Date.UTC(2027, 2, 28, 0, 50)
  expect(read('in 20 min', { now })).toBe('2027-03-28T04:10 Europe/Tallinn')
})

test('twenty minutes end at a whole minute, which is read back', () => {
  expect(read('in 20 min', { now: Date.UTC(2026, 10, 22, 12, 0, 15) })).toBe('2026-11-22T14:20 Europe/Tallinn')
  expect(read('in 20 min', { now: Date.UTC(2026, 10, 22, 12, 0, 45) })).toBe('2026-11-22T14:21 Europe/Tallinn')
})

test('an American writes the month first', () => {
  expect(read('11/12 15:00')).toBe('2026-12-11T15:00 Europe/Tallinn')
  expect(read('12/11 15:00', { monthFirst: true })).toBe('2026-12-11T15:00 Europe/Tallinn')
})

test.each(['Friday', 'tomorrow morning', 'next week', '5 December', 'Friday 25:00'])('"%s" is a day and no time', (text) => {
  expect(read(text)).toBe('noTime')
})

test.each(['', '  ', 'soon', 'Tallinn', '31 Feb 10:00', 'when I am back', 'x'.repeat(10_000)])('"%.20s" is no time', (text) => {
  expect(read(text)).toBe('nothing')
})

test('what was read and what was not add up to the text', () => {
  const reading = parseTime('call Fri Helsinki 10:30 sharp', context)
  expect(reading.kind === 'understood' && reading.parts).toEqual([
    { text: 'call ', isRead: false },
    { text: 'Fri Helsinki 10:30', isRead: true },
    { text: ' sharp', isRead: false },
  ])
})

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom('tomorrow', 'Fri', 'next', 'at', '3', '10:30', '24:00', '31', 'Feb', '9999', '1900', 'EST', 'UTC+14'),
        fc.constantFrom('UTC-99', 'London', '27 Nov', 'in', '20 min', '99999', 'my time', 'pm', '-', '/', 'noon', '١٢:٣٠', '‮'),
      ),
      { maxLength: 8 },
    )
    .map((words) => words.join(' ')),
)

test('no text makes it throw, and what it understands is a real minute whose parts are the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const reading = parseTime(text, context)
      if (reading.kind === 'nothing') return
      expect(reading.parts.map((part) => part.text).join('')).toBe(text)
      if (reading.kind === 'understood') expect(reading.time.at % 60_000).toBe(0)
      if (reading.kind === 'asks') expect(reading.choices.length).toBeGreaterThan(0)
    }),
    { numRuns: 2000 },
  )
})

test('no text of ten thousand characters, and none of the longest that is read, hangs it', () => {
  const pieces = ['1', 'a', ' ', '10:30 ', 'next ', '/', 'in 1', 'nov 1', '1.1 ', 'half past 3 ', 'twenty ']
  const texts = pieces.flatMap((piece) => [piece.repeat(10_000 / piece.length), piece.repeat(200 / piece.length)])
  expect(texts.map((text) => parseTime(text, context).kind)).toHaveLength(texts.length)
})
