import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Call, CallState } from './call.ts'
import type { CallReport, EndReport } from './call-report.ts'
import { callAfter } from './call-transitions.ts'
import { elapsed } from './stopwatch.ts'

const reportFor: Readonly<Record<string, CallReport['type']>> = {
  R: 'call.ringing',
  D: 'call.dialling',
  A: 'call.answered',
  H: 'call.held',
  U: 'call.resumed',
  E: 'call.ended',
}
const letterOf: Readonly<Record<CallState, string>> = { ringing: 'r', dialling: 'd', live: 'l', held: 'h', ended: 'e' }

describe('a call follows its reports, one letter a second', () => {
  test.each([
    ['an answered call, held once', 'RAHUE', 'rlhle'],
    ['a call the agent places', 'D-A-E', 'ddlle'],
    ['a missed call', 'R---E', 'rrrre'],
    ['reports that come twice', 'RRAAHHUUEE', 'rrllhhllee'],
    ['an auto-answered call without ringing', 'A-E', 'lle'],
    ['ringing that arrives after the answer', 'ARE', 'lle'],
    ['an end that overtakes the beginning', 'ERA', 'eee'],
    ['anything after the end', 'RAERAHUD', 'rleeeeee'],
    ['a hold found on a call whose beginning was missed', 'HUE', 'hle'],
    ['a second answer while on hold, as some hooks send it', 'RAHAE', 'rlhhe'],
  ])('%s', (_name, reports, states) => {
    expect(drawn(reports)).toBe(states)
  })
})

test('talk, hold, ring and after-call clocks run only in their own state', () => {
  const call = after('R-A---H--U-E--')
  const clocks = [call.ring, call.talk, call.hold, call.afterCall].map((watch) => elapsed(watch, 14_000))
  expect(clocks).toEqual([2_000, 6_000, 3_000, 3_000])
})

test('a change of the wall clock moves no clock', () => {
  const calm = callAfter(callAfter(null, report('R'), { mono: 0, wall: 1_000_000 }), report('A'), {
    mono: 2_000,
    wall: 1_002_000,
  })
  const jumped = callAfter(callAfter(null, report('R'), { mono: 0, wall: 1_000_000 }), report('A'), {
    mono: 2_000,
    wall: 9_999_999,
  })
  expect([jumped?.ring, jumped?.talk]).toEqual([calm?.ring, calm?.talk])
})

test('a missed call starts no after-call work', () => {
  expect(elapsed(after('R--E---').afterCall, 99_000)).toBe(0)
})

test('a call found in progress has talked for as long as the dialer says', () => {
  const found = callAfter(null, { ...report('A'), alreadyAnsweredFor: 65_000 }, { mono: 1_000, wall: 500_000 })
  expect([found && elapsed(found.talk, 3_000), found?.answeredAt, found?.startedAt]).toEqual([67_000, 435_000, 435_000])
})

describe('who gave up, and when, decides the cause', () => {
  const far: EndReport = { by: 'far-end' }
  const agent: EndReport = { by: 'agent' }
  test.each([
    ['R', far, 'missed'],
    ['R', agent, 'declined'],
    ['RA', far, 'caller-hung-up'],
    ['RA', agent, 'agent-hung-up'],
    ['D', agent, 'cancelled'],
    ['D', far, 'no-answer'],
    ['D', { by: 'far-end', outcome: 'busy' }, 'busy'],
    ['D', { by: 'far-end', outcome: 'declined' }, 'declined'],
    ['D', { by: 'unknown', outcome: 'unreachable' }, 'unreachable'],
    ['RA', { by: 'agent', outcome: 'transferred' }, 'transferred'],
    ['RA', { by: 'unknown', outcome: 'transfer-failed' }, 'transfer-failed'],
    ['RA', { by: 'unknown', outcome: 'lost' }, 'lost'],
  ] as const)('%s then %o is %s', (reports, end, cause) => {
    const before = after(reports)
    expect(callAfter(before, { ...report('E'), type: 'call.ended', end }, { mono: 9_000, wall: 9_000 })?.endCause).toBe(cause)
  })
})

test('whatever arrives in whatever order, an ended call stays ended and at most one clock runs', () => {
  const letters = fc.array(fc.constantFrom('R', 'D', 'A', 'H', 'U', 'E'), { maxLength: 30 })
  fc.assert(
    fc.property(letters, (reports) => {
      let call: Call | null = null
      let ended = false
      for (const [second, letter] of reports.entries()) {
        call = callAfter(call, report(letter), { mono: second, wall: second }) ?? call
        if (ended) expect(call?.state).toBe('ended')
        ended = call?.state === 'ended'
        const running = call
          ? [call.ring, call.talk, call.hold, call.afterCall].filter(({ runningSince }) => runningSince !== null)
          : []
        expect(running.length).toBeLessThanOrEqual(1)
        expect(ended).toBe(call?.endCause !== null && call !== null)
      }
    }),
  )
})

/** `-` is a second in which nothing happens. */
function walk(reports: string): Call[] {
  let call: Call | null = null
  return [...reports].map((letter, second) => {
    if (letter !== '-') call = callAfter(call, report(letter), { mono: second * 1_000, wall: second * 1_000 }) ?? call
    if (call === null) throw new Error('a drawing starts with a report')
    return call
  })
}

function drawn(reports: string): string {
  return walk(reports)
    .map(({ state }) => letterOf[state])
    .join('')
}

function after(reports: string): Call {
  const call = walk(reports).at(-1)
  if (call === undefined) throw new Error('an empty drawing')
  return call
}

function report(letter: string): CallReport {
  const type = reportFor[letter]
  if (type === undefined) throw new Error(`no report is drawn as ${letter}`)
  const common = { dialer: 'baresip', ref: 'c3f7', party: { name: 'Marta Kask', number: '+37255500142' } } as const
  return type === 'call.ended' ? { type, ...common, end: { by: 'far-end' } } : { type, ...common }
}
