import { expect, test } from 'vitest'
import type { CallbackEntry } from '../../shared/callbacks/callback.ts'
import { eleven, sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { nextTry } from './next-try.ts'
import { promisedAt, resolve } from './wall-time.ts'

const settings = { retries: 2, retryAfterMinutes: 30, callFrom: '08:00', callTo: '20:00' }
const noAnswer: CallbackEntry = { at: 0, type: 'noAnswer', retryAt: 0 }

test.each([
  ['in half an hour', '2026-11-27T11:02', '2026-11-27T11:32'],
  ['not after the hours people may be called', '2026-11-27T19:45', '2026-11-28T08:00'],
  ['not before them', '2026-11-28T06:00', '2026-11-28T08:00'],
  ['on the first minute of them', '2026-11-28T07:30', '2026-11-28T08:00'],
  ['at the promised time, when it was tried before', '2026-11-27T10:40', '2026-11-27T11:00'],
])('nobody answered: again %s', (_name, tried, again) => {
  expect(nextTry(sampleCallback(), at(tried), settings)?.wall).toBe(again)
})

test('the hours are those of the person, wherever the agent is', () => {
  const there = promisedAt(Date.UTC(2026, 10, 27, 9), 'Asia/Tokyo')
  const callback = sampleCallback({ due: there, promisedFor: there })
  expect(nextTry(callback, Date.UTC(2026, 10, 27, 10, 45), settings)).toMatchObject({
    wall: '2026-11-28T08:00',
    zone: 'Asia/Tokyo',
    at: Date.UTC(2026, 10, 27, 23),
  })
})

test('after the last try nobody is called again, until another time is agreed', () => {
  const callback = sampleCallback({ history: [...sampleCallback().history, noAnswer, noAnswer] })
  expect(nextTry(callback, eleven(90).at, settings)).toBeNull()
  const agreed: CallbackEntry = { at: 0, type: 'renegotiated', from: eleven(), to: eleven(), reason: '' }
  expect(nextTry({ ...callback, history: [...callback.history, agreed] }, eleven(90).at, settings)?.wall).toBe(eleven(120).wall)
})

test.each([
  ['in the evening', '2026-11-27T23:45', '2026-11-28T00:15'],
  ['in the morning', '2026-11-28T05:15', '2026-11-28T05:45'],
  ['when they have ended', '2026-11-28T05:45', '2026-11-28T22:00'],
])('hours that end before they begin go over midnight: again %s', (_name, tried, again) => {
  const night = { ...settings, callFrom: '22:00', callTo: '06:00' }
  expect(nextTry(sampleCallback(), at(tried), night)?.wall).toBe(again)
})

test('a morning that the clocks skip begins when it begins', () => {
  const before = resolve('2026-03-29T01:00', 'Europe/Tallinn')
  if (before.kind !== 'only') throw new Error('no such night')
  const callback = sampleCallback({ due: before.time, promisedFor: before.time })
  const early = { ...settings, retryAfterMinutes: 1, callFrom: '03:30', callTo: '20:00' }
  expect(nextTry(callback, before.time.at, early)?.wall).toBe('2026-03-29T04:30')
})

function at(wall: string): number {
  const resolved = resolve(wall, 'Europe/Tallinn')
  if (resolved.kind !== 'only') throw new Error(wall)
  return resolved.time.at
}
