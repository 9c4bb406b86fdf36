import { describe, expect, test } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { elapsed } from '../../shared/call/stopwatch.ts'
import { CallTracker } from './call-tracker.ts'

const marta = { name: 'Marta Kask', number: '+37255500142' }
const jaan = { name: 'Jaan Tamm', number: '+37255500199' }

describe('the tracker', () => {
  test('tells every move once and absorbs the repeat', () => {
    const { tracker, told } = tracking()
    tracker.report(ringing('a'))
    tracker.report(ringing('a'))
    tracker.report(answered('a'))
    tracker.report(answered('a'))
    expect(told).toEqual(['call.ringing baresip:a ringing', 'call.answered baresip:a live'])
  })

  test('keeps a missed call until it is in the record and lets nothing late open it again', () => {
    const { tracker, told } = tracking()
    tracker.report(ringing('a'))
    tracker.report(ended('a'))
    tracker.report(answered('a'))
    expect(tracker.calls().map(({ endCause }) => endCause)).toEqual(['missed'])
    tracker.recorded('baresip:a')
    tracker.report(answered('a'))
    expect([tracker.calls(), told]).toEqual([[], ['call.ringing baresip:a ringing', 'call.ended baresip:a ended']])
  })

  test('keeps the last 200 missed calls while no window puts them into the record', () => {
    const { tracker } = tracking()
    for (let call = 0; call < 203; call += 1) {
      tracker.report(ringing(`${call}`))
      tracker.report(ended(`${call}`))
    }
    expect([tracker.calls().length, tracker.calls()[0]?.id]).toEqual([200, 'baresip:3'])
  })

  test('keeps an answered call until its note is saved, its after-call clock running', () => {
    const { tracker, tick, amended } = tracking()
    tracker.report(ringing('a'))
    tracker.report(answered('a'))
    tracker.report(ended('a'))
    tick(7_000)
    expect(tracker.calls().map(({ state, afterCall }) => [state, elapsed(afterCall, 7_000)])).toEqual([['ended', 7_000]])
    tracker.recorded('baresip:a')
    expect([tracker.calls(), amended.map(({ afterCall }) => afterCall)]).toEqual([[], [{ collected: 7_000, runningSince: null }]])
  })

  test('does not let a wrap-up end a call that is still on the line', () => {
    const { tracker } = tracking()
    tracker.report(answered('a'))
    tracker.recorded('baresip:a')
    expect(tracker.find('baresip:a')?.state).toBe('live')
  })

  test('takes a call placed during another for a consultation about it', () => {
    const { tracker } = tracking()
    tracker.report(answered('a'))
    tracker.report({ type: 'call.held', dialer: 'baresip', ref: 'a' })
    tracker.report({ type: 'call.dialling', dialer: 'baresip', ref: 'b', direction: 'outgoing', party: jaan })
    tracker.report(ringing('c'))
    expect(tracker.calls().map(({ id, consultFor }) => [id, consultFor])).toEqual([
      ['baresip:a', null],
      ['baresip:b', 'baresip:a'],
      ['baresip:c', null],
    ])
  })

  test('keeps two calls apart', () => {
    const { tracker } = tracking()
    tracker.report(answered('a'))
    tracker.report(ringing('b'))
    tracker.report(ended('a'))
    expect(tracker.calls().map(({ id, state }) => [id, state])).toEqual([
      ['baresip:a', 'ended'],
      ['baresip:b', 'ringing'],
    ])
  })
})

describe('when the dialer goes away and comes back', () => {
  test('its calls stand as last known, and one that is still there goes on', () => {
    const { tracker, amended } = tracking()
    tracker.report(answered('a'))
    tracker.uncertain('baresip')
    tracker.reconciled('baresip', ['a'])
    expect(amended.map(({ state, certain }) => [state, certain])).toEqual([
      ['live', false],
      ['live', true],
    ])
  })

  test('one that is gone has ended, nobody knows how, and waits for its note', () => {
    const { tracker } = tracking()
    tracker.report(answered('a'))
    tracker.uncertain('baresip')
    tracker.reconciled('baresip', [])
    expect(tracker.calls().map(({ state, endCause, certain }) => [state, endCause, certain])).toEqual([['ended', 'lost', true]])
  })

  test('the calls of other dialers are left alone', () => {
    const { tracker } = tracking()
    tracker.report({ ...answered('m'), dialer: 'manual' })
    tracker.uncertain('baresip')
    tracker.reconciled('baresip', [])
    expect(tracker.find('manual:m')).toMatchObject({ state: 'live', certain: true })
  })
})

test('a tracker that starts with remembered calls goes on with their clocks', () => {
  const first = tracking()
  first.tracker.report(answered('a'))
  const second = tracking(first.remembered.at(-1))
  second.tick(60_000)
  second.tracker.report(ended('a'))
  expect(second.tracker.find('baresip:a')?.talk).toEqual({ collected: 60_000, runningSince: null })
})

function tracking(rememberedCalls: readonly Call[] = []) {
  let mono = 0
  const told: string[] = []
  const amended: Call[] = []
  const remembered: (readonly Call[])[] = []
  const tracker = new CallTracker(
    { now: () => ({ mono, wall: 1_700_000_000_000 + mono }) },
    {
      happened: ({ type, call }) => told.push(`${type} ${call.id} ${call.state}`),
      amended: (call) => amended.push(call),
      changed: (calls) => remembered.push(calls),
    },
    rememberedCalls,
  )
  const tick = (ms: number) => {
    mono += ms
  }
  return { tracker, told, amended, remembered, tick }
}

function ringing(ref: string): CallReport {
  return { type: 'call.ringing', dialer: 'baresip', ref, direction: 'incoming', party: marta }
}

function answered(ref: string): CallReport {
  return { type: 'call.answered', dialer: 'baresip', ref }
}

function ended(ref: string): CallReport {
  return { type: 'call.ended', dialer: 'baresip', ref, end: { by: 'far-end' } }
}
