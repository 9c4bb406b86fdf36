import type { CallReport } from '../../../shared/call/call-report.ts'
import { type AgentCall, newCall, type PbxStep } from './agent-call.ts'
import { type AmiEvent, isOwn, party } from './ami-events.ts'

/**
 * Lays the list of all channels beside what is believed: channels of the agent's device that were not known are calls found,
 * and what is not in the result any more has ended unseen.
 */
export function afterListing(calls: readonly AgentCall[], channels: readonly AmiEvent[], device: string): PbxStep {
  const byId = new Map(channels.map((channel) => [channel.Uniqueid, channel]))
  const kept = calls.flatMap((call) => {
    const listed = byId.get(call.uniqueid)
    return listed === undefined ? [] : [asListed(call, listed)]
  })
  const found = channels
    .filter(({ Channel, Uniqueid }) => isOwn(device, Channel) && !calls.some(({ uniqueid }) => uniqueid === Uniqueid))
    .flatMap((listed) => foundCall(listed) ?? [])
  const answeredMeanwhile = kept.filter(({ ref, phase }) => phase === 'answered' && phaseBefore(calls, ref) !== 'answered')
  return {
    calls: [...kept, ...found.map(({ call }) => call)],
    reports: [
      ...answeredMeanwhile.map(({ ref }): CallReport => ({ type: 'call.answered', dialer: 'asterisk', ref })),
      ...found.map(({ report }) => report),
    ],
  }
}

function asListed(call: AgentCall, { Channel, Linkedid, ChannelStateDesc, BridgeId }: AmiEvent): AgentCall {
  const isUp = ChannelStateDesc === 'Up' && (call.direction === 'incoming' || BridgeId !== '')
  return {
    ...call,
    channel: Channel,
    linkedid: Linkedid,
    phase: isUp ? 'answered' : call.phase,
    ringsOwn: call.ringsOwn && ChannelStateDesc !== 'Up',
    bridge: call.parked || BridgeId === '' ? call.bridge : BridgeId,
  }
}

function foundCall(listed: AmiEvent): { readonly call: AgentCall; readonly report: CallReport } | null {
  const direction = listed.ChannelStateDesc === 'Ringing' || listed.Application === 'AppDial' ? 'incoming' : 'outgoing'
  const phase = phases[listed.ChannelStateDesc]
  if (phase === undefined || listed.Uniqueid === '') return null
  const call = newCall({
    uniqueid: listed.Uniqueid,
    linkedid: listed.Linkedid,
    channel: listed.Channel,
    direction,
    phase,
    bridge: listed.BridgeId === '' ? null : listed.BridgeId,
  })
  const who = party(listed.ConnectedLineName, listed.ConnectedLineNum || (direction === 'outgoing' ? listed.Exten : ''))
  const about = { dialer: 'asterisk', ref: call.ref, direction, party: who } as const
  if (phase !== 'answered') return { call, report: { type: phase === 'ringing' ? 'call.ringing' : 'call.dialling', ...about } }
  return { call, report: { type: 'call.answered', ...about, alreadyAnsweredFor: milliseconds(listed.Duration) } }
}

const phases: Readonly<Record<string, AgentCall['phase']>> = { Ring: 'dialling', Ringing: 'ringing', Up: 'answered' }

function phaseBefore(calls: readonly AgentCall[], ref: string): AgentCall['phase'] | undefined {
  return calls.find((call) => call.ref === ref)?.phase
}

/** `hh:mm:ss` since the channel began, which is a little more than since it was answered. */
function milliseconds(duration: string): number {
  const [, hours, minutes, seconds] = /^(\d{1,4}):(\d\d):(\d\d)$/.exec(duration) ?? []
  return ((Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60 + Number(seconds ?? 0)) * 1000
}
