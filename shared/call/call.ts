import type { DialerId } from '../dialers/dialer-health.ts'
import type { Stopwatch } from './stopwatch.ts'

/** `<dialer>:<the dialer's own id of the call>`; stable for as long as the dialer keeps its id. */
export type CallId = string

export type CallDirection = 'incoming' | 'outgoing'

/** Who is at the far end, as the dialer said it and `farEndText` cleaned it; empty when withheld. */
export interface Party {
  readonly name: string
  readonly number: string
}

/** Where the AGENT is with this call; see the drawing in `call-transitions.ts`. */
export type CallState = 'ringing' | 'dialling' | 'live' | 'held' | 'ended'

/** Why a call ended, decided by what it had been through and what the dialer said last. */
export type EndCause =
  | 'missed'
  | 'declined'
  | 'cancelled'
  | 'busy'
  | 'no-answer'
  | 'unreachable'
  | 'caller-hung-up'
  | 'agent-hung-up'
  | 'transferred'
  | 'transfer-failed'
  | 'lost'

export interface Call {
  readonly id: CallId
  readonly dialer: DialerId
  readonly direction: CallDirection
  readonly party: Party
  readonly state: CallState
  /** Set exactly when `state` is `ended`. */
  readonly endCause: EndCause | null
  /** The call this one consults about: dialled while that one was live or on hold. */
  readonly consultFor: CallId | null
  /** False while its dialer is away: the state is the last known one. */
  readonly certain: boolean
  /** Wall clock, ms since 1970: for the record only, no clock is computed from it. */
  readonly startedAt: number
  readonly answeredAt: number | null
  readonly endedAt: number | null
  readonly ring: Stopwatch
  readonly talk: Stopwatch
  readonly hold: Stopwatch
  /** After-call work: from the end of an answered call until its note is saved. */
  readonly afterCall: Stopwatch
}

export function isPractice(call: Pick<Call, 'dialer'>): boolean {
  return call.dialer === 'practice'
}

export function wasAnswered(call: Pick<Call, 'answeredAt'>): boolean {
  return call.answeredAt !== null
}

/** Nothing more can happen on the line. */
export function isOver(call: Pick<Call, 'state'>): boolean {
  return call.state === 'ended'
}

/** The dialer's own id of the call. */
export function refOf(call: Pick<Call, 'id' | 'dialer'>): string {
  return call.id.slice(call.dialer.length + 1)
}
