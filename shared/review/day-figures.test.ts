import { expect, test } from 'vitest'
import { sampleCallback } from '../callbacks/sample-callback.ts'
import { abusiveCall } from '../notes/incident-report-sample.ts'
import type { Note } from '../notes/note.ts'
import { dayFigures, isUnfinished } from './day-figures.ts'

const { call } = abusiveCall
const note: Note = { ...abusiveCall.note, handling: abusiveCall.handling }
const dueAt = sampleCallback().due.at
const day = { from: dueAt - 1, to: dueAt + 1 }

test('a day counts answered calls, the hard ones among them, and promises by when they were due', () => {
  const kept = sampleCallback({ state: 'kept', history: [{ at: dueAt, type: 'keptByHand' }] })
  const calls = [
    { call, note },
    { call: { ...call, id: 'easy' }, note: null },
    { call: { ...call, id: 'missed', answeredAt: null }, note: null },
    { call: { ...call, id: 'practice', dialer: 'practice' as const }, note },
    { call: { ...call, id: 'second', consultFor: call.id }, note: null },
  ]
  expect(dayFigures(calls, [kept, sampleCallback()], day, 0, dueAt + 60_000)).toEqual({
    calls: 2,
    hardCalls: 1,
    promises: { kept: 1, of: 2 },
  })
})

test('a call waits for its wrap-up from its end until the note is finished', () => {
  expect(
    [
      { call, note },
      { call, note: { ...note, state: 'draft' as const } },
      { call, note: null },
      { call: { ...call, state: 'live' as const }, note: null },
    ].map(isUnfinished),
  ).toEqual([false, true, true, false])
})
