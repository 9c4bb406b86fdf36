import { describe, expect, test } from 'vitest'
import { type Callback, type CallbackState, callbackStates } from './callback.ts'
import { type CallbackFact, callbackAfter, lastCall } from './callback-transitions.ts'
import { eleven, sampleCallback } from './sample-callback.ts'

const minute = 60_000
const dueAt = eleven().at
const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10' }

const facts: Readonly<Record<string, CallbackFact>> = {
  called: { type: 'called', callId: 'baresip:b' },
  reached: { type: 'reached', callId: 'baresip:a' },
  retry: { type: 'noAnswer', callId: 'baresip:a', retry: eleven(30) },
  gaveUp: { type: 'noAnswer', callId: 'baresip:a', retry: null },
  lost: { type: 'callLost', callId: 'baresip:a' },
  moved: { type: 'renegotiated', to: eleven(90), reason: 'In a meeting' },
  rules: { type: 'rulesChanged', from: eleven(), to: { ...eleven(), at: dueAt + 60 * minute, rules: 'newer' } },
  snoozed: { type: 'snoozed', until: dueAt + 5 * minute },
  briefed: { type: 'briefed' },
  accepted: { type: 'deputyAccepted' },
  declined: { type: 'deputyDeclined', reason: 'On leave' },
  cancelled: { type: 'cancelled', reason: 'It arrived' },
  missed: { type: 'missed', reason: 'Forgotten' },
  byHand: { type: 'keptByHand' },
  reopened: { type: 'reopened' },
  withdrawn: { type: 'briefWithdrawn' },
  again: { type: 'promisedAgain', callbackId: deputy.briefId },
  after: { type: 'promisedAfter', callbackId: deputy.briefId },
}

/** Where each fact leads from each state; a dot where it is absorbed, and the same state where only the record grows. */
const table = `
             called   reached  retry    gaveUp    lost     moved    rules    snoozed  briefed  accepted    declined  cancelled  missed  byHand  reopened  withdrawn again       after
pending      calling  .        .        .         .        pending  pending  pending  pending  handedOver  pending   cancelled  missed  kept    .  . pending     pending
calling      calling  kept     pending  noAnswer  pending  pending  calling  calling  calling  handedOver  calling   cancelled  missed  kept    .  . calling     calling
kept         .        .        .        .         .        pending  .        .        .        .           .         .          .       .       pending  . kept        kept
noAnswer     .        .        .        .         .        pending  .        .        .        .           .         .          .       .       pending  . noAnswer    noAnswer
cancelled    .        .        .        .         .        pending  .        .        .        .           .         .          .       .       pending  . cancelled   cancelled
missed       .        .        .        .         .        pending  .        .        .        .           .         .          .       .       pending  . missed      missed
handedOver   .        kept     .        .         .        pending  .        .        .        .           .         .          .       .       pending  pending handedOver  handedOver
`

describe('every fact in every state', () => {
  const [head = [], ...rows] = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
  const cells = rows.flatMap(([state = '', ...ends]) => ends.map((end, index) => [head[index] ?? '', state, end] as const))

  test('has a place in the table', () => {
    expect([head, rows.map(([state]) => state)]).toEqual([Object.keys(facts), [...callbackStates]])
  })

  test.each(cells)('%s in %s: %s', (name, state, end) => {
    const before = standing(state as CallbackState)
    const fact = facts[name]
    if (fact === undefined) throw new Error(name)
    const after = callbackAfter(before, fact, dueAt)
    if (end === '.') expect(after).toBe(before)
    else expect([after === before, after.state, after.updatedAt]).toEqual([false, end, dueAt])
  })
})

test('a brief that is taken back from a deputy who had accepted leaves the promise to the agent', () => {
  const taken = following(
    [
      [{ type: 'briefed' }, 15],
      [{ type: 'deputyAccepted' }, 16],
      [{ type: 'briefWithdrawn' }, 17],
    ],
    sampleCallback({ keeper: 'deputy', deputy }),
  )
  expect([taken.state, taken.keeper, taken.deputy, taken.due]).toEqual(['pending', 'me', null, eleven()])
  expect(taken.history.at(-1)).toEqual({ at: dueAt + 17 * minute, type: 'briefWithdrawn', to: 'Jaan Tamm' })
})

test('a callback that nobody answers is tried again later, and the promise stays where it was', () => {
  const tried = following([
    [{ type: 'called', callId: 'a' }, 2],
    [{ type: 'noAnswer', callId: 'a', retry: eleven(32) }, 3],
  ])
  expect([tried.state, tried.due, tried.promisedFor]).toEqual(['pending', eleven(32), eleven()])
  expect(tried.history.slice(1)).toEqual([
    { at: dueAt + 2 * minute, type: 'called', callId: 'a', lateMs: 2 * minute },
    { at: dueAt + 3 * minute, type: 'noAnswer', retryAt: eleven(32).at },
  ])
})

test('a call before the promised time is told as early', () => {
  const early = following([[{ type: 'called', callId: 'a' }, -4]])
  expect(early.history.at(-1)).toEqual({ at: dueAt - 4 * minute, type: 'called', callId: 'a', lateMs: -4 * minute })
})

test('a time agreed anew moves the promise, and the record has both times', () => {
  const moved = following([[{ type: 'renegotiated', to: eleven(90), reason: 'In a meeting' }, -10]])
  expect([moved.state, moved.due, moved.promisedFor]).toEqual(['pending', eleven(90), eleven(90)])
  expect(moved.history.at(-1)).toEqual({
    at: dueAt - 10 * minute,
    type: 'renegotiated',
    from: eleven(),
    to: eleven(90),
    reason: 'In a meeting',
  })
})

describe('a fact that comes again changes nothing', () => {
  test.each<[string, readonly CallbackFact[]]>([
    ['the call', [{ type: 'called', callId: 'a' }]],
    [
      'the answer',
      [
        { type: 'called', callId: 'a' },
        { type: 'reached', callId: 'a' },
      ],
    ],
    [
      'no answer',
      [
        { type: 'called', callId: 'a' },
        { type: 'noAnswer', callId: 'a', retry: eleven(30) },
      ],
    ],
    ['the new time', [{ type: 'renegotiated', to: eleven(90), reason: '' }]],
    ['the snooze', [{ type: 'snoozed', until: dueAt }]],
    ['the brief', [{ type: 'briefed' }]],
    ['the refusal of the deputy', [{ type: 'deputyDeclined', reason: 'On leave' }]],
    ['the new rules', [{ type: 'rulesChanged', from: eleven(), to: { ...eleven(), at: dueAt + 1, rules: 'newer' } }]],
  ])('%s', (_name, told) => {
    const once = told.reduce((callback, fact) => callbackAfter(callback, fact, dueAt), sampleCallback({ deputy }))
    const twice = told.reduce((callback, fact) => callbackAfter(callback, fact, dueAt), once)
    expect(twice).toBe(once)
  })
})

test('what an earlier call comes to says nothing about the one under way', () => {
  const calling = following([
    [{ type: 'called', callId: 'a' }, 0],
    [{ type: 'called', callId: 'b' }, 1],
  ])
  expect(callbackAfter(calling, { type: 'noAnswer', callId: 'a', retry: null }, dueAt)).toBe(calling)
  expect(callbackAfter(calling, { type: 'reached', callId: 'a' }, dueAt)).toBe(calling)
  expect([lastCall(calling), lastCall(sampleCallback())]).toEqual(['b', null])
})

test('a person reached in the moment the deputy said yes was reached', () => {
  const reached = following([
    [{ type: 'called', callId: 'a' }, 16],
    [{ type: 'deputyAccepted' }, 16],
    [{ type: 'reached', callId: 'a' }, 17],
  ])
  expect(reached.state).toBe('kept')
})

test('new rules of the zone move the time that is due and the promise, each where it is meant', () => {
  const later = { ...eleven(), at: dueAt + 60 * minute, rules: 'newer' }
  const retried = following([
    [{ type: 'called', callId: 'a' }, 0],
    [{ type: 'noAnswer', callId: 'a', retry: eleven(30) }, 1],
  ])
  const both = callbackAfter(sampleCallback(), { type: 'rulesChanged', from: eleven(), to: later }, dueAt)
  expect([both.due, both.promisedFor, both.history.at(-1)]).toEqual([
    later,
    later,
    { at: dueAt, type: 'rulesChanged', from: eleven(), to: later },
  ])
  const one = callbackAfter(retried, { type: 'rulesChanged', from: eleven(), to: later }, dueAt)
  expect([one.due, one.promisedFor]).toEqual([eleven(30), later])
})

test('new rules that leave the time where it was are noted and not told', () => {
  const same = { ...eleven(), rules: 'newer' }
  const after = callbackAfter(sampleCallback(), { type: 'rulesChanged', from: eleven(), to: same }, dueAt)
  expect(after).toEqual(sampleCallback({ due: same, promisedFor: same, updatedAt: dueAt }))
})

test('a word of a deputy about a callback that has none is absorbed', () => {
  for (const type of ['briefed', 'deputyAccepted'] as const) {
    const alone = sampleCallback()
    expect(callbackAfter(alone, { type }, dueAt)).toBe(alone)
  }
})

test('a deputy who is asked again after a refusal is in the record twice', () => {
  const asked = following(
    [
      [{ type: 'briefed' }, 15],
      [{ type: 'deputyDeclined', reason: 'On leave' }, 16],
      [{ type: 'briefed' }, 20],
    ],
    sampleCallback({ deputy }),
  )
  expect(asked.history.map(({ type }) => type)).toEqual(['made', 'briefed', 'deputyDeclined', 'briefed'])
})

function following(told: readonly (readonly [CallbackFact, number])[], from = sampleCallback()): Callback {
  return told.reduce((callback, [fact, late]) => callbackAfter(callback, fact, dueAt + late * minute), from)
}

/** In this state after a call `baresip:a`, wherever that may be. */
function standing(state: CallbackState): Callback {
  const called = { at: dueAt - minute, type: 'called', callId: 'baresip:a', lateMs: -minute } as const
  const { history } = sampleCallback()
  return sampleCallback({ state, deputy, history: state === 'pending' ? history : [...history, called] })
}
