import { describe, expect, it } from 'vitest'
import type { Call } from '../../../shared/call/call.ts'
import type { ListedCall } from './baresip-listing.ts'
import { partyOf } from './baresip-party.ts'
import { capturedScenarios, replay } from './replay.ts'

const scenarios = capturedScenarios()

function framesOf(scenario: string) {
  return scenarios.get(scenario) ?? []
}

function printedState({ phase, onHold }: ListedCall): Call['state'] {
  if (phase === 'ringing') return 'ringing'
  return phase === 'answered' ? (onHold ? 'held' : 'live') : 'dialling'
}

function whoAndWhere(calls: readonly Call[]) {
  return calls.map(({ party, state }) => `${party.number} ${state}`).sort()
}

describe('every captured scenario', () => {
  it('is there', () => {
    expect(scenarios.size).toBe(36)
    expect([...scenarios.values()].flat().filter(({ frame }) => frame.kind === 'event').length).toBeGreaterThan(200)
  })

  it.each([...scenarios.keys()])('%s shows the agent what the phone lists, whenever it lists it', (scenario) => {
    const { lists } = replay(framesOf(scenario))
    expect(lists.map(({ believed }) => whoAndWhere(believed))).toEqual(
      lists.map(({ printed }) => printed.map((call) => `${partyOf(call.peer).number} ${printedState(call)}`).sort()),
    )
  })
})

describe('how a captured call ended', () => {
  it.each([
    ['S01', 'the caller hung up', ['incoming customer caller-hung-up']],
    ['S02', 'the agent hung up', ['incoming customer agent-hung-up']],
    ['S03', 'the caller gave up while it rang', ['incoming customer missed']],
    ['S04', 'the agent rejected it', ['incoming customer declined']],
    ['S05', 'the agent hung up on the callee', ['outgoing customer agent-hung-up']],
    ['S06', 'the callee rejected it', ['outgoing customer declined']],
    ['S07', 'the agent stopped dialling', ['outgoing customer cancelled']],
    ['S08', 'nobody was at the address', ['outgoing x unreachable']],
    ['S09', 'the caller hung up after holds on both sides', ['incoming customer caller-hung-up']],
    ['S11', 'the agent transferred the caller', ['incoming customer transferred']],
    ['S12', 'the supervisor refused the transfer', ['incoming customer transfer-failed']],
    ['S13', 'the transfer target was dead', ['incoming customer transfer-failed']],
    ['S14', 'the agent was transferred', ['incoming customer caller-hung-up', 'outgoing supervisor agent-hung-up']],
    ['S16', 'two calls, one after the other', ['incoming customer caller-hung-up', 'incoming supervisor caller-hung-up']],
    ['S17', 'the caller with an umlaut hung up', ['incoming +4930123456 caller-hung-up']],
    ['S18', 'the caller cancelled', ['incoming +4930999 missed']],
    ['S19', 'nobody here by that name', []],
    ['S20', 'the callee was busy', ['outgoing bob busy']],
    ['S21', 'the number does not exist', ['outgoing bob unreachable']],
    ['S22', 'the callee declined', ['outgoing bob declined']],
    ['S23', 'the callee was away', ['outgoing bob no-answer']],
    ['S27', 'it rang too long', ['incoming customer missed']],
    ['S28', 'the phone crashed', ['incoming customer lost']],
    ['S31', 'the phone answered by itself', ['incoming customer caller-hung-up']],
    ['S32', 'a consultation, then the transfer', ['incoming customer transferred', 'outgoing supervisor agent-hung-up']],
  ])('%s: %s', (scenario, _what, ends) => {
    const { calls } = replay(framesOf(scenario))
    expect(calls.map(({ direction, party, endCause }) => `${direction} ${party.number} ${endCause}`)).toEqual(ends)
  })
})

describe('what the record keeps', () => {
  it('has a hold and a resume for the hold that the phone never reported', () => {
    const { reports } = replay(framesOf('S09'))
    expect(reports.map(({ type }) => type)).toEqual(['call.ringing', 'call.answered', 'call.held', 'call.resumed', 'call.ended'])
  })

  it('has the caller’s name in the caller’s own letters', () => {
    const { calls } = replay(framesOf('S17'))
    expect(calls.map(({ party }) => party)).toEqual([{ name: 'Müller Söhne', number: '+4930123456' }])
  })

  it('has the same call from the list that found it to the event that named it', () => {
    const frames = framesOf('S16').filter(({ at }) => at >= 73_000)
    const { calls } = replay(frames)
    expect(calls.map(({ party, endCause }) => `${party.number} ${endCause}`)).toEqual([
      'customer caller-hung-up',
      'supervisor caller-hung-up',
    ])
  })
})
