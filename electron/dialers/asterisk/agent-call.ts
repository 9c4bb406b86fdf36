import { type Call, isOver, refOf } from '../../../shared/call/call.ts'
import type { CallReport } from '../../../shared/call/call-report.ts'

/** What is believed of one call of the agent's device. */
export interface AgentCall {
  /** `Uniqueid` of the channel it began on. */
  readonly ref: string
  /** Of the channel it is on now: a leg's local channel is replaced by the colleague's own. */
  readonly uniqueid: string
  readonly linkedid: string
  /** Its name, which actions take; empty for a call that is only remembered. */
  readonly channel: string
  readonly direction: 'incoming' | 'outgoing'
  readonly phase: 'ringing' | 'dialling' | 'answered'
  /** Called from here: the PBX rings the agent's own device first, and nobody else until it is picked up. */
  readonly ringsOwn: boolean
  /** The bridge it is in with its far end. */
  readonly bridge: string | null
  /** Waits with music while the agent consults. */
  readonly parked: boolean
  /** The agent's device, or this application, asked for the end. */
  readonly agentHungUp: boolean
  /** Ref of the call this one consults about. It has no channel of the agent's: one channel serves both in turn. */
  readonly consultFor: string | null
}

/** What one event, or a list, meant. */
export interface PbxStep {
  readonly calls: readonly AgentCall[]
  readonly reports: readonly CallReport[]
}

export function newCall(
  seen: Pick<AgentCall, 'uniqueid' | 'linkedid' | 'channel' | 'direction' | 'phase'> & Partial<AgentCall>,
): AgentCall {
  return { ref: seen.uniqueid, ringsOwn: false, bridge: null, parked: false, agentHungUp: false, consultFor: null, ...seen }
}

const phaseOf = { ringing: 'ringing', dialling: 'dialling', live: 'answered', held: 'answered', ended: 'answered' } as const

export function rememberedCalls(known: readonly Call[]): readonly AgentCall[] {
  return known
    .filter((call) => !isOver(call))
    .map((call) =>
      newCall({
        uniqueid: refOf(call),
        linkedid: '',
        channel: '',
        direction: call.direction,
        phase: phaseOf[call.state],
        parked: known.some(({ consultFor, state }) => consultFor === call.id && state !== 'ended'),
        consultFor: call.consultFor === null ? null : refOf({ id: call.consultFor, dialer: call.dialer }),
      }),
    )
}

export function legOf(calls: readonly AgentCall[], { ref }: AgentCall): AgentCall | undefined {
  return calls.find(({ consultFor }) => consultFor === ref)
}

/** In its place when it is known, behind the others when it is not: the order of appearance. */
export function replaced(calls: readonly AgentCall[], call: AgentCall): readonly AgentCall[] {
  if (!calls.some(({ ref }) => ref === call.ref)) return [...calls, call]
  return calls.map((other) => (other.ref === call.ref ? call : other))
}
