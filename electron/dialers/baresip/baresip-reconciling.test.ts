import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BaresipEvent } from './baresip-codec.ts'
import { afterEvent } from './baresip-events.ts'
import type { ListedCall } from './baresip-listing.ts'
import { afterDisconnect, afterListing } from './baresip-reconciling.ts'
import type { PhoneCall } from './phone-call.ts'

const now = { mono: 0, wall: 1_800_000_000_000 }

function event(type: string, id: string, more: Partial<BaresipEvent> = {}): BaresipEvent {
  return { event: true, type, id, direction: 'incoming', peeruri: 'sip:bob@127.0.0.1', accountaor: 'sip:me@127.0.0.1', ...more }
}

function line(number: number, more: Partial<ListedCall> = {}): ListedCall {
  const fields = {
    account: 'sip:me@127.0.0.1',
    line: number,
    id: null,
    current: false,
    phase: 'answered',
    answeredFor: 1_000,
  } as const
  return { ...fields, onHold: false, peer: 'sip:bob@127.0.0.1', ...more }
}

function callsAfter(...events: readonly BaresipEvent[]): readonly PhoneCall[] {
  return events.reduce<readonly PhoneCall[]>((calls, one) => afterEvent(calls, one, now).calls, [])
}

function facts(calls: readonly PhoneCall[], listing: readonly ListedCall[]) {
  return afterListing(calls, listing, now).reports.map(({ type, ref }) => `${type} ${ref}`)
}

const answered = (id: string) => [event('CALL_INCOMING', id), event('CALL_ESTABLISHED', id)]

describe('two calls from the same caller', () => {
  it('are told apart by the order in which they came', () => {
    const calls = callsAfter(...answered('a'), ...answered('b'))
    expect(facts(calls, [line(1), line(2, { onHold: true })])).toEqual(['call.held b'])
  })

  it('stay apart when the second is on the lower line', () => {
    const first = callsAfter(...answered('a'), ...answered('b'))
    const listed = afterListing(first, [line(1), line(2)], now).calls
    const withoutA = afterEvent(listed, event('CALL_CLOSED', 'a'), now).calls
    const withC = answered('c').reduce((calls, one) => afterEvent(calls, one, now).calls, withoutA)
    expect(facts(withC, [line(1, { onHold: true }), line(2)])).toEqual(['call.held c'])
  })

  it('are told apart by where they stand', () => {
    const calls = callsAfter(event('CALL_INCOMING', 'a'), ...answered('b'))
    expect(facts(calls, [line(1, { phase: 'ringing' }), line(2, { onHold: true })])).toEqual(['call.held b'])
  })
})

describe('a newer phone', () => {
  it('names its calls in the list', () => {
    const calls = callsAfter(...answered('a'), ...answered('b'))
    expect(facts(calls, [line(2, { id: 'a', onHold: true }), line(1, { id: 'b' })])).toEqual(['call.held a'])
  })

  it('has the agent on hold when it reports a hold, which is not a hold of the caller', () => {
    const step = afterEvent(callsAfter(...answered('a')), event('CALL_HOLD', 'a'), now)
    expect([step.reports, step.asksForList]).toEqual([[], true])
  })

  it('begins an outgoing call with its own event', () => {
    const step = afterEvent([], event('CALL_OUTGOING', 'a', { direction: 'outgoing' }), now)
    expect(step.reports.map(({ type }) => type)).toEqual(['call.dialling'])
  })

  it('may keep the caller when a transfer failed', () => {
    const failed = afterEvent(callsAfter(...answered('a')), event('TRANSFER_FAILED', 'a', { param: '486 Rejected' }), now)
    expect(facts(failed.calls, [line(1)])).toEqual([])
    expect(facts(failed.calls, [])).toEqual(['call.ended a'])
  })
})

describe('an outgoing call that has no id yet', () => {
  const offered: BaresipEvent = { event: true, type: 'CALL_LOCAL_SDP', direction: 'outgoing', peeruri: 'sip:bob@127.0.0.1' }

  it('is found in the list, and is the same call once it has one', () => {
    expect(afterEvent([], offered, now)).toEqual({ calls: [], reports: [], asksForList: true })
    const found = afterListing([], [line(1, { phase: 'dialling' })], now)
    const named = afterEvent(found.calls, event('CALL_RINGING', 'a', { direction: 'outgoing' }), now)
    expect(named.reports.map(({ ref }) => ref)).toEqual(found.reports.map(({ ref }) => ref))
    expect(named.calls.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('a call that was found in the list', () => {
  it('does not take the name of a second call from the same caller', () => {
    const found = afterListing([], [line(1)], now).calls
    const ringing = afterEvent(found, event('CALL_INCOMING', 'b'), now).calls
    expect(ringing.map(({ id, phase }) => [id, phase])).toEqual([
      [null, 'answered'],
      ['b', 'ringing'],
    ])
  })

  it('takes its own name from whatever is said about it', () => {
    const found = afterListing([], [line(1)], now).calls
    expect(afterEvent(found, event('CALL_RTCP', 'a'), now).calls.map(({ id }) => id)).toEqual(['a'])
  })
})

describe('a call id that is too long to keep', () => {
  it('is the same call at every event, under a shorter ref', () => {
    const id = 'x'.repeat(10_000)
    const ringing = afterEvent([], event('CALL_INCOMING', id), now)
    const ended = afterEvent(ringing.calls, event('CALL_CLOSED', id), now)
    expect(ended.reports.map(({ ref }) => ref)).toEqual(ringing.reports.map(({ ref }) => ref))
    expect(ended.reports[0]?.ref.length).toBeLessThanOrEqual(250)
  })
})

describe('after the connection was away', () => {
  it('a longer call than the phone has is another one', () => {
    const calls = afterDisconnect(callsAfter(...answered('a')).map((call) => ({ ...call, answeredAt: now.wall - 60_000 })))
    expect(afterListing(calls, [line(1, { answeredFor: 58_000 })], now)).toMatchObject({ reports: [], lostSight: false })
    expect(afterListing(calls, [line(1, { answeredFor: 3_000 })], now)).toMatchObject({ lostSight: true })
  })
})

describe('whatever happens and however it is listed', () => {
  const types = [
    'CALL_INCOMING',
    'CALL_RINGING',
    'CALL_ESTABLISHED',
    'CALL_CLOSED',
    'CALL_REMOTE_SDP',
    'TRANSFER_FAILED',
    'CALL_RTCP',
  ]
  const step = fc.oneof(
    fc.record({ type: fc.constantFrom(...types), id: fc.constantFrom('a', 'b', 'c') }),
    fc.uniqueArray(
      fc.record({
        line: fc.integer({ min: 1, max: 4 }),
        phase: fc.constantFrom('ringing', 'dialling', 'answered'),
        onHold: fc.boolean(),
      }),
      { selector: ({ line: number }) => number, maxLength: 4 },
    ),
  )

  it('has one call for each line of the last list, each with its own ref', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let calls: readonly PhoneCall[] = []
        for (const [index, one] of steps.entries()) {
          const then = { mono: index, wall: now.wall + index }
          if (!('length' in one)) {
            calls = afterEvent(calls, event(one.type, one.id), then).calls
            continue
          }
          calls = afterListing(
            calls,
            one.map((listed) => line(listed.line, listed)),
            then,
          ).calls
          expect(calls.map((call) => call.line).sort()).toEqual(one.map((listed) => listed.line).sort())
          expect(new Set(calls.map(({ ref }) => ref)).size).toBe(calls.length)
        }
      }),
    )
  })
})
