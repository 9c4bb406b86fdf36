import { describe, expect, it } from 'vitest'
import type { Call } from '../../../shared/call/call.ts'
import { callAfter } from '../../../shared/call/call-transitions.ts'
import type { AgentCall } from './agent-call.ts'
import { afterEvent, type Watch } from './agent-calls.ts'
import { amiEvent, isOwn } from './ami-events.ts'
import {
  agent,
  calleeAnswers,
  caller,
  colleague,
  colleagueAnswers,
  colleagueIsDialled,
  device,
  dialling,
  isAnswered,
  leg,
  ordered,
  ownPhoneIsPickedUp,
  ownPhoneRings,
  pbx,
  rings,
} from './pbx-story.ts'

type Fields = Readonly<Record<string, string>>

const consulting = { expected: { consultFor: agent.id, number: '200' } }
const calling = { calling: { uniqueid: 'ordered', number: '300' } }

/** The calls as the companion would show them after these events. */
function shownAfter(events: readonly Fields[], watch: Partial<Watch> = {}): readonly string[] {
  let calls: readonly AgentCall[] = []
  const shown = new Map<string, Call>()
  for (const event of events) {
    const step = afterEvent(calls, amiEvent.parse(event), { device, expected: null, calling: null, ...watch })
    calls = step.calls
    for (const report of step.reports) {
      const call = callAfter(shown.get(report.ref) ?? null, report, { mono: 0, wall: 0 })
      if (call !== null) shown.set(report.ref, call)
    }
  }
  return [...shown.values()].map(
    ({ party, state, endCause, consultFor }) =>
      `${party.name || party.number} ${endCause ?? state}${consultFor === null ? '' : ' consult'}`,
  )
}

describe('a caller', () => {
  it.each([
    ['rings', rings, 'ringing'],
    ['is answered', [...rings, ...isAnswered], 'live'],
    ['gives up', [...rings, pbx.hangup(agent, '0')], 'missed'],
    ['is answered by somebody else', [...rings, pbx.hangup(agent, '26')], 'missed'],
    ['is turned away on the phone', [...rings, pbx.hangup(agent, '21')], 'declined'],
    ['hangs up', [...rings, ...isAnswered, pbx.hangup(caller, '16'), pbx.hangup(agent, '16')], 'caller-hung-up'],
    ['is hung up on', [...rings, ...isAnswered, pbx.hangupRequest(agent), pbx.hangup(agent, '16')], 'agent-hung-up'],
    ['is put on hold on the phone', [...rings, ...isAnswered, pbx.hold(agent)], 'held'],
    ['is taken back on the phone', [...rings, ...isAnswered, pbx.hold(agent), pbx.unhold(agent)], 'live'],
    [
      'is sent on unannounced',
      [...rings, ...isAnswered, pbx.blindTransfer(agent, 'Success'), pbx.hangup(agent, '16')],
      'transferred',
    ],
    ['stays when a transfer is refused', [...rings, ...isAnswered, pbx.blindTransfer(agent, 'Not Permitted')], 'live'],
  ])('who %s', (_what, events, state) => {
    expect(shownAfter(events)).toEqual([`Marta Kask ${state}`])
  })

  it('whose ringing was missed is there from the answer on', () => {
    expect(shownAfter([pbx.newState(agent, 'Ringing'), ...isAnswered])).toEqual(['Marta Kask live'])
  })
})

describe('a call the agent’s phone places', () => {
  const begins = pbx.newChannel(dialling, 'Ring')
  it.each([
    ['is dialling', [begins], 'dialling'],
    ['is answered', [begins, pbx.bridgeEnter(dialling, 'b')], 'live'],
    ['is not answered because the PBX itself picked up', [begins, pbx.newState(dialling, 'Up')], 'dialling'],
    ['meets somebody busy', [begins, pbx.hangup(dialling, '17')], 'busy'],
    ['meets nobody', [begins, pbx.hangup(dialling, '19')], 'no-answer'],
    ['goes nowhere', [begins, pbx.hangup(dialling, '1')], 'unreachable'],
    ['is declined', [begins, pbx.hangup(dialling, '21')], 'declined'],
    ['is given up', [begins, pbx.hangupRequest(dialling), pbx.hangup(dialling, '16')], 'cancelled'],
  ])('%s', (_what, events, state) => {
    expect(shownAfter(events)).toEqual([`300 ${state}`])
  })
})

describe('a call ordered from here', () => {
  const own = ordered('ordered', '300')
  const toCallee = [...ownPhoneRings(own), ...ownPhoneIsPickedUp(own)]
  it.each([
    ['is dialling while the agent’s own phone rings', ownPhoneRings(own), 'dialling'],
    ['is dialling on when the agent picked up, and not answered', toCallee, 'dialling'],
    ['is answered by the one who was called', [...toCallee, ...calleeAnswers(own)], 'live'],
    ['is cancelled when the agent does not pick up', [...ownPhoneRings(own), pbx.hangup(own, '19')], 'cancelled'],
    ['is cancelled when the agent turns their own phone away', [...ownPhoneRings(own), pbx.hangup(own, '21')], 'cancelled'],
    ['meets somebody busy', [...toCallee, pbx.hangup(own, '17')], 'busy'],
    ['meets nobody', [...toCallee, pbx.hangup(own, '19')], 'no-answer'],
    ['is given up', [...toCallee, pbx.hangupRequest(own), pbx.hangup(own, '16')], 'cancelled'],
    ['ends when they hang up', [...toCallee, ...calleeAnswers(own), pbx.hangup(own, '16')], 'caller-hung-up'],
    ['is one that the phone answers by itself', [pbx.newState(own, 'Up'), ...calleeAnswers(own)], 'live'],
  ])('%s', (_what, events, state) => {
    expect(shownAfter(events, calling)).toEqual([`300 ${state}`])
  })
})

describe('a consultation', () => {
  const dialled = [...rings, ...isAnswered, ...colleagueIsDialled]
  it.each([
    ['has the caller waiting', [], 'held', 'dialling'],
    ['goes on when the colleague’s own channel takes the place of the local one', colleagueAnswers, 'held', 'live'],
    ['that nobody picks up gives the caller back', [pbx.hangup(leg, '19'), pbx.bridgeEnter(agent, 'home')], 'live', 'no-answer'],
    ['that is cancelled gives the caller back', [pbx.bridgeEnter(agent, 'home'), pbx.hangup(leg, '16')], 'live', 'no-answer'],
  ])('%s', (_what, events, callerIs, colleagueIs) => {
    expect(shownAfter([...dialled, ...events], consulting)).toEqual([`Marta Kask ${callerIs}`, `200 ${colleagueIs} consult`])
  })
})

it.each([
  ['before', [pbx.attendedTransfer(agent, agent), pbx.hangup(agent, '16')]],
  ['after', [pbx.hangup(agent, '16'), pbx.attendedTransfer(agent, agent)]],
])('caller and colleague are joined, whether Asterisk says so %s the agent’s channel is gone', (_when, end) => {
  const events = [...rings, ...isAnswered, ...colleagueIsDialled, ...colleagueAnswers, ...end]
  expect(shownAfter(events, consulting)).toEqual(['Marta Kask transferred', '200 transferred consult'])
})

it('an agent who stays as the third has transferred nobody', () => {
  const events = [...rings, ...isAnswered, pbx.attendedTransfer(agent, agent, 'Success', 'Threeway')]
  expect(shownAfter(events)).toEqual(['Marta Kask live'])
})

it('two calls of the agent’s phone that it joins itself are both transferred', () => {
  const events = [...rings, ...isAnswered, pbx.newChannel(dialling, 'Ring'), pbx.bridgeEnter(dialling, 'b')]
  expect(shownAfter([...events, pbx.attendedTransfer(agent, dialling)])).toEqual(['Marta Kask transferred', '300 transferred'])
})

it('nobody else’s call is looked at', () => {
  const other = { ...agent, name: 'PJSIP/101-office-00000007', id: '7' }
  expect(shownAfter([pbx.newState(other, 'Ringing'), pbx.newState(other, 'Up'), pbx.bridgeEnter(colleague, 'x')])).toEqual([])
  expect(
    ['PJSIP/101-0000002a', 'PJSIP/1010-0000002a', 'PJSIP/101-office-0000002a', 'PJSIP/101', 'PJSIP/101-0000002a<ZOMBIE>'].filter(
      (name) => isOwn(device, name),
    ),
  ).toEqual(['PJSIP/101-0000002a'])
})

it('a local channel that nobody asked for is no consultation', () => {
  expect(shownAfter([...rings, ...isAnswered, pbx.newChannel(leg, 'Down')])).toEqual(['Marta Kask live'])
})

it('events that nobody knows, and fields that are missing, change nothing', () => {
  const strange = [
    { Event: 'constructor' },
    { Event: 'Teleport', Uniqueid: agent.id },
    { Event: 'Hangup' },
    { Event: 'BridgeEnter' },
  ]
  expect(shownAfter([...rings, ...strange])).toEqual(['Marta Kask ringing'])
})
