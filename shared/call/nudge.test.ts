import { expect, test } from 'vitest'
import { callPatience, holdPatience, nudgeFor, ringPatience, stepPatience } from './nudge.ts'
import { zeroed } from './stopwatch.ts'

const talking = {
  dialer: 'baresip',
  state: 'live',
  ring: zeroed,
  talk: { collected: 0, runningSince: 1_000 },
  hold: zeroed,
} as const
const held = {
  dialer: 'baresip',
  state: 'held',
  ring: zeroed,
  talk: { collected: 60_000, runningSince: null },
  hold: { collected: 30_000, runningSince: 1_000 },
} as const

test('a caller on hold is remembered after the patience of this hold, whatever was held before', () => {
  const at = (ms: number) => nudgeFor(held, 0, 1_000 + ms)
  expect([at(holdPatience - 1), at(holdPatience), at(100_000)]).toEqual([
    null,
    { kind: 'hold', forMs: holdPatience },
    { kind: 'hold', forMs: 100_000 },
  ])
})

test('an agent without a move is asked once the patience of a step is over, and a move begins it again', () => {
  const at = (lastMove: number, now: number) => nudgeFor(talking, lastMove, now)
  expect([at(0, 1_000 + stepPatience - 1), at(0, 1_000 + stepPatience), at(50_000, 1_000 + stepPatience)]).toEqual([
    null,
    { kind: 'quiet', forMs: stepPatience },
    null,
  ])
})

test('back from a long hold the agent has the whole patience again', () => {
  const resumed = { ...talking, talk: { collected: 60_000, runningSince: 500_000 } }
  expect([nudgeFor(resumed, 0, 500_000), nudgeFor(resumed, 0, 500_000 + stepPatience)]).toEqual([
    null,
    { kind: 'quiet', forMs: stepPatience },
  ])
})

test.each(['ringing', 'dialling', 'ended'] as const)('nobody is nudged while the call is %s', (state) => {
  expect(nudgeFor({ ...talking, state }, 0, 10_000_000)).toBeNull()
})

test('a call that nobody watches is asked about when its end may have been missed, and no other', () => {
  const at = (dialer: 'push' | 'baresip', ms: number) => nudgeFor({ ...talking, dialer }, 0, 1_000 + ms)?.kind
  expect([at('push', callPatience - 1), at('push', callPatience), at('baresip', callPatience)]).toEqual([
    'quiet',
    'over',
    'quiet',
  ])
  expect(nudgeFor({ ...held, dialer: 'manual' }, 0, 1_000 + callPatience)?.kind).toBe('over')
})

test('a ring that does not stop is asked about', () => {
  const ringing = { ...talking, dialer: 'push', state: 'ringing', ring: { collected: 0, runningSince: 1_000 } } as const
  expect(nudgeFor(ringing, 0, 1_000 + ringPatience - 1)).toBeNull()
  expect(nudgeFor(ringing, 0, 1_000 + ringPatience)).toEqual({ kind: 'stillRinging', forMs: ringPatience })
})
