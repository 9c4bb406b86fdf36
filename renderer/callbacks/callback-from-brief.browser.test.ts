import { expect, test } from 'vitest'
import { receivedBrief } from '../transfer/fake-briefs.ts'
import { callbackFromBrief } from './callback-from-brief.ts'
import { ownZone } from './known-zones.ts'

const promised = {
  wall: '2026-11-27T15:00',
  zone: 'Europe/Tallinn',
  fold: 'only',
  at: Date.parse('2026-11-27T13:00Z'),
  kind: 'callback',
  reason: 'Order 88-1042 has not shipped',
  promised: 'A call even without the answer',
} as const
const brief = { ...receivedBrief().brief, callback: promised }

test('a deputy takes the promise on as it was made, with what was written about it', () => {
  const { wall, zone, fold, at } = promised
  expect(callbackFromBrief(brief)).toEqual({
    kind: 'callback',
    person: { name: 'Marta Kask', number: '+37255500142' },
    callId: null,
    time: { wall, zone, fold, at, rules: '' },
    reason: 'Order 88-1042 has not shipped',
    topic: 'deliveries',
    promised: 'A call even without the answer',
    priority: 'high',
    keeper: 'me',
    deputy: null,
    notes: `${brief.background}\n${brief.tried}`,
    practice: false,
  })
})

test('a zone that nobody knows here keeps its moment, on the deputy’s clock', () => {
  const draft = callbackFromBrief({ ...brief, callback: { ...promised, zone: 'Europe/Atlantis' } })
  expect([draft?.time.zone, draft?.time.at]).toEqual([ownZone(), promised.at])
})

test('a brief about a call on the line is no promise', () => {
  expect(callbackFromBrief(receivedBrief().brief)).toBeNull()
})
