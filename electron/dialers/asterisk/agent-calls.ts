import type { CallReport } from '../../../shared/call/call-report.ts'
import { type AgentCall, legOf, newCall, type PbxStep, replaced } from './agent-call.ts'
import { type AmiEvent, isOwn, party } from './ami-events.ts'
import { endOf } from './hangup-cause.ts'

/** A colleague whom the PBX was asked to dial and who has no channel yet. */
export interface ExpectedLeg {
  readonly consultFor: string
  readonly number: string
}

/** Somebody whom the PBX was asked to call; the agent's own device has no channel for it yet. */
export interface ExpectedCall {
  /** That its channel will have, and the order to call: we choose it. */
  readonly uniqueid: string
  readonly number: string
}

/** Whose calls are looked at, and what was asked for on them. */
export interface Watch {
  /** Such as `PJSIP/101`. */
  readonly device: string
  readonly expected: ExpectedLeg | null
  readonly calling: ExpectedCall | null
}

type Handler = (calls: readonly AgentCall[], event: AmiEvent, watch: Watch) => PbxStep

/** What an event of the whole PBX means for the agent's own calls; of all others, nothing is kept. */
export function afterEvent(calls: readonly AgentCall[], event: AmiEvent, watch: Watch): PbxStep {
  const handler = Object.hasOwn(handlers, event.Event) ? handlers[event.Event] : undefined
  return handler === undefined ? nothing(calls) : handler(calls, event, watch)
}

const handlers: Readonly<Record<string, Handler>> = {
  Newchannel: (calls, event, watch) => legAppears(calls, event, watch) ?? channelMoves(calls, event, watch),
  Newstate: channelMoves,
  DialBegin: ringsAt,
  DialEnd: (calls, { DialStatus, Uniqueid, DestUniqueid }) => {
    const call = DialStatus === 'ANSWER' ? (on(calls, DestUniqueid) ?? on(calls, Uniqueid)) : undefined
    const picksUpOwn = call?.direction === 'outgoing' && call.uniqueid === DestUniqueid
    return call === undefined || call.consultFor !== null || picksUpOwn ? nothing(calls) : answered(calls, call)
  },
  BridgeEnter: entersBridge,
  Hold: (calls, { Uniqueid }) => told(calls, on(calls, Uniqueid), 'call.held'),
  Unhold: (calls, { Uniqueid }) => told(calls, on(calls, Uniqueid), 'call.resumed'),
  HangupRequest: (calls, { Uniqueid }) => {
    const call = on(calls, Uniqueid)
    return call === undefined ? nothing(calls) : { calls: replaced(calls, { ...call, agentHungUp: true }), reports: [] }
  },
  Hangup: hangsUp,
  BlindTransfer: (calls, { Result, TransfererUniqueid }) => transferred(calls, Result === 'Success' ? [TransfererUniqueid] : []),
  AttendedTransfer: (calls, { Result, DestType, OrigTransfererUniqueid, SecondTransfererUniqueid }) => {
    const left = Result === 'Success' && DestType !== 'Threeway' && DestType !== 'Fail'
    return transferred(calls, left ? [OrigTransfererUniqueid, SecondTransfererUniqueid] : [])
  },
}

function channelMoves(calls: readonly AgentCall[], event: AmiEvent, { device, calling }: Watch): PbxStep {
  if (!isOwn(device, event.Channel) || event.Uniqueid === '') return nothing(calls)
  const known = on(calls, event.Uniqueid)
  const state = event.ChannelStateDesc
  if (known !== undefined) {
    const ringsOwn = known.ringsOwn && state !== 'Up'
    const seen = { ...known, channel: event.Channel, linkedid: event.Linkedid, ringsOwn }
    const takes = state === 'Up' && known.direction === 'incoming'
    return takes ? answered(calls, seen) : { calls: replaced(calls, seen), reports: [] }
  }
  if (event.Uniqueid === calling?.uniqueid) return begins(calls, event, 'dialling', party('', calling.number), state !== 'Up')
  const phase = state === 'Ring' ? 'dialling' : state === 'Ringing' ? 'ringing' : undefined
  if (phase === undefined) return nothing(calls)
  const dialled = phase === 'dialling'
  return begins(calls, event, phase, dialled ? party('', event.Exten) : party(event.ConnectedLineName, event.ConnectedLineNum))
}

function ringsAt(calls: readonly AgentCall[], event: AmiEvent, { device }: Watch): PbxStep {
  const { DestChannel: Channel, DestUniqueid: Uniqueid, DestLinkedid: Linkedid } = event
  if (!isOwn(device, Channel) || Uniqueid === '' || on(calls, Uniqueid) !== undefined) return nothing(calls)
  const shown = event.DestConnectedLineNum === '' ? party(event.CallerIDName, event.CallerIDNum) : null
  return begins(
    calls,
    { Channel, Uniqueid, Linkedid },
    'ringing',
    shown ?? party(event.DestConnectedLineName, event.DestConnectedLineNum),
  )
}

function begins(
  calls: readonly AgentCall[],
  { Channel, Uniqueid, Linkedid }: Pick<AmiEvent, 'Channel' | 'Uniqueid' | 'Linkedid'>,
  phase: 'ringing' | 'dialling',
  who: CallReport['party'],
  ringsOwn = false,
): PbxStep {
  const direction = phase === 'dialling' ? 'outgoing' : 'incoming'
  const call = newCall({ uniqueid: Uniqueid, linkedid: Linkedid, channel: Channel, direction, phase, ringsOwn })
  const type = phase === 'dialling' ? 'call.dialling' : 'call.ringing'
  return { calls: [...calls, call], reports: [{ type, ...about(call), direction, ...(who === undefined ? {} : { party: who }) }] }
}

/** The PBX dials a colleague for `Atxfer` through a local channel that belongs to the caller's call. */
function legAppears(calls: readonly AgentCall[], event: AmiEvent, { expected }: Watch): PbxStep | null {
  const call = calls.find(({ ref }) => ref === expected?.consultFor)
  if (expected === null || call === undefined || event.Linkedid !== call.linkedid) return null
  if (!event.Channel.startsWith(`Local/${expected.number}@`) || !event.Channel.endsWith(';1')) return null
  const leg = newCall({
    uniqueid: event.Uniqueid,
    linkedid: event.Linkedid,
    channel: event.Channel,
    direction: 'outgoing',
    phase: 'dialling',
    consultFor: call.ref,
  })
  const dialling = { ...about(leg), direction: leg.direction, party: party('', expected.number), consultFor: call.ref }
  return {
    calls: [...replaced(calls, { ...call, parked: true }), leg],
    reports: [
      { type: 'call.held', ...about(call) },
      { type: 'call.dialling', ...dialling },
    ],
  }
}

function entersBridge(calls: readonly AgentCall[], event: AmiEvent): PbxStep {
  const swapped = event.SwapUniqueid === '' ? undefined : calls.find(({ uniqueid }) => uniqueid === event.SwapUniqueid)
  if (swapped !== undefined && swapped.consultFor !== null)
    return answered(calls, { ...swapped, uniqueid: event.Uniqueid, channel: event.Channel })
  const call = on(calls, event.Uniqueid)
  if (call === undefined) return nothing(calls)
  const home = call.bridge === null ? legOf(calls, call) === undefined : call.bridge === event.BridgeUniqueid
  if (call.parked && home)
    return { calls: replaced(calls, { ...call, parked: false }), reports: [{ type: 'call.resumed', ...about(call) }] }
  return answered(calls, call.parked ? call : { ...call, bridge: event.BridgeUniqueid })
}

/**
 * A channel is gone.
 *
 * When it is the agent's own while a colleague is consulted, Asterisk joins caller and colleague: its event about that may come
 * before or after.
 */
function hangsUp(calls: readonly AgentCall[], { Uniqueid, Cause }: AmiEvent): PbxStep {
  const call = on(calls, Uniqueid)
  if (call === undefined) return nothing(calls)
  if (legOf(calls, call) !== undefined) return transferred(calls, [Uniqueid])
  const ended: CallReport = { type: 'call.ended', ...about(call), end: endOf(call, Cause) }
  return { calls: calls.filter(({ ref }) => ref !== call.ref), reports: [ended] }
}

function transferred(calls: readonly AgentCall[], uniqueids: readonly string[]): PbxStep {
  const gone = calls.filter(({ uniqueid }) => uniqueid !== '' && uniqueids.includes(uniqueid))
  const legs = calls.filter(({ consultFor }) => gone.some(({ ref }) => ref === consultFor))
  const over = [...legs, ...gone]
  return {
    calls: calls.filter((call) => !over.includes(call)),
    reports: over.map((call) => ({ type: 'call.ended', ...about(call), end: { by: 'agent', outcome: 'transferred' } })),
  }
}

function answered(calls: readonly AgentCall[], call: AgentCall): PbxStep {
  const reports: readonly CallReport[] = call.phase === 'answered' ? [] : [{ type: 'call.answered', ...about(call) }]
  return { calls: replaced(calls, { ...call, phase: 'answered', ringsOwn: false }), reports }
}

function told(calls: readonly AgentCall[], call: AgentCall | undefined, type: 'call.held' | 'call.resumed'): PbxStep {
  return call === undefined || call.parked ? nothing(calls) : { calls, reports: [{ type, ...about(call) }] }
}

function on(calls: readonly AgentCall[], uniqueid: string): AgentCall | undefined {
  return uniqueid === '' ? undefined : calls.find((call) => call.uniqueid === uniqueid)
}

function about({ ref }: AgentCall): { readonly dialer: 'asterisk'; readonly ref: string } {
  return { dialer: 'asterisk', ref }
}

function nothing(calls: readonly AgentCall[]): PbxStep {
  return { calls, reports: [] }
}
