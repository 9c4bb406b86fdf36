import { expect, test } from 'vitest'
import { holdPatience, nudgeFor, stepPatience } from './nudge.ts'
import { zeroed } from './stopwatch.ts'

const talking = { state: 'live', talk: { collected: 0, runningSince: 1_000 }, hold: zeroed } as const
const held = {
  state: 'held',
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
