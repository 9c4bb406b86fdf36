import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brief } from '../transfer/brief.ts'
import { briefMessage, messageLimit, readMessage } from '../transfer/team-messages.ts'
import { callbackKinds } from './callback-kind.ts'
import { type DeputizedCallback, type DeputyWords, deputyBrief } from './deputy-brief.ts'

const words: DeputyWords = {
  someone: 'A caller',
  headline: (who, time) => `Call back ${who}, promised for ${time}.`,
  promised: (said) => `Promised: ${said}.`,
  tries: (count) => `${count} tries without an answer.`,
  request: (who) => `Call ${who} now.`,
  readBack: (who, about) => `So: I call ${who} about ${about}.`,
}
const from = { id: 'ana.sild', name: 'Ana Sild' }
const friday = { wall: '2026-11-27T15:00', zone: 'Europe/Tallinn', fold: 'only', at: 1_795_784_400_000, rules: '2026a' } as const
const promise: DeputizedCallback = {
  id: '5f7a1f0e-6a43-4e9a-8a3b-2f1c6a0e8d11',
  kind: 'callback',
  person: { name: 'Marta Kask', number: '+37255500142' },
  callId: null,
  due: { ...friday, at: friday.at + 600_000 },
  promisedFor: friday,
  reason: 'Order 88-1042 has not shipped',
  topic: 'the late order',
  promised: 'a call even without the answer',
  priority: 'normal',
  keeper: 'deputy',
  deputy: { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: 'b0a7a5c2-6f0e-4a53-9d3a-2f1c6a0e8d11' },
  notes: 'Likes short answers.',
  state: 'pending',
  history: [
    { at: 1, type: 'made' },
    { at: 2, type: 'noAnswer', retryAt: 3 },
  ],
  practice: false,
  createdAt: 1,
  updatedAt: 2,
}

describe('the brief of a deputy', () => {
  it('says whom to call, for when it was promised, and what was tried', () => {
    expect(deputyBrief(promise, from, 'Fri 15:00 Tallinn', words)).toEqual({
      id: 'b0a7a5c2-6f0e-4a53-9d3a-2f1c6a0e8d11',
      from,
      to: { id: 'jaan.tamm', name: 'Jaan Tamm' },
      headline: 'Call back Marta Kask, promised for Fri 15:00 Tallinn.',
      caller: { name: 'Marta Kask', number: '+37255500142', verified: 'unknown' },
      tone: '',
      situation: 'Order 88-1042 has not shipped',
      background: 'Likes short answers.',
      tried: 'Promised: a call even without the answer. 1 tries without an answer.',
      request: 'Call Marta Kask now.',
      avoid: '',
      readBack: 'So: I call Marta Kask about the late order.',
      topic: 'the late order',
      callback: {
        wall: '2026-11-27T15:00',
        zone: 'Europe/Tallinn',
        fold: 'only',
        at: 1_795_784_400_000,
        kind: 'callback',
        reason: 'Order 88-1042 has not shipped',
        promised: 'a call even without the answer',
      },
    })
  })

  it('has nothing to read back when it says of nothing what it is about', () => {
    expect(deputyBrief({ ...promise, topic: '', reason: '' }, from, 'Fri 15:00 Tallinn', words).readBack).toBe('')
  })

  it('arrives as it was sent, whatever the agent wrote, and fits a message', () => {
    const text = fc.string({ maxLength: 3000, unit: 'binary' })
    const kind = fc.constantFrom(...callbackKinds)
    fc.assert(
      fc.property(text, kind, (written, kind) => {
        const person = { name: written, number: written }
        const callback = { ...promise, person, kind, reason: written, topic: written, promised: written, notes: written }
        const sent = brief.parse(deputyBrief(callback, from, 'Fri 15:00', words))
        const message = JSON.stringify({ v: 1, brief: sent })
        expect(readMessage(briefMessage, message)).toEqual({ ok: true, value: { v: 1, brief: sent } })
        expect(message.length).toBeLessThan(messageLimit)
      }),
      { numRuns: 60 },
    )
  })
})

describe('a promise in a brief', () => {
  const sent = deputyBrief(promise, from, 'Fri 15:00 Tallinn', words)
  const received = (callback: unknown) => brief.safeParse({ ...sent, callback })

  it('is no part of a brief about a call on the line', () => {
    const { callback, ...plain } = sent
    expect(brief.parse(plain)).toEqual(plain)
  })

  it('of a kind that only a newer version knows is a plain callback', () => {
    expect(received({ ...sent.callback, kind: 'birthday', fold: 'third', more: 1 })).toEqual({ success: true, data: sent })
  })

  it.each([
    ['a wall time with a zone in it', { wall: '2026-11-27T15:00Z' }],
    ['a month that is none', { wall: '2026-13-27T15:00' }],
    ['a day that its month does not have', { wall: '2026-02-31T15:00' }],
    ['an hour after the last', { wall: '2026-11-27T24:00' }],
    ['a zone that climbs out of its folder', { zone: '../../etc/passwd' }],
    ['a zone of markup', { zone: '<b>Tallinn</b>' }],
    ['an instant that is no number', { at: '1795784400000' }],
    ['an instant past the end of time', { at: 9e15 }],
    ['an instant of a fraction', { at: 0.5 }],
    ['a reason without an end', { reason: 'w'.repeat(2001) }],
  ])('is refused with %s', (_what, wrong) => {
    expect(received({ ...sent.callback, ...wrong }).success).toBe(false)
  })

  it('carries no control characters and no change of direction into a window', () => {
    const hostile = received({ ...sent.callback, promised: 'call\u0007 \u202Eyllaer' })
    expect(hostile.data?.callback?.promised).toBe('call yllaer')
  })
})
