import type { EndCause } from '../call/call.ts'
import type { BriefContent, BriefId } from './brief.ts'
import type { PersonId } from './colleague.ts'

/**
 * Where the AGENT is with a warm transfer.
 *
 *     tellingCaller ─> choosing ─> waiting ─> briefing ─> introducing ─> confirming ─> handingOver ─> handedOver
 *                         ^           │          │
 *                         └───────────┴──────────┘  declined, no answer, unreachable
 *
 * From every stage but the first and the last there is a way back to the caller (`returned`), and once somebody was asked an
 * explicit one past the introduction (`dropped`).
 */
export const transferStages = [
  'tellingCaller',
  'choosing',
  'waiting',
  'briefing',
  'introducing',
  'confirming',
  'handingOver',
  'handedOver',
  'dropped',
  'returned',
] as const
export type TransferStage = (typeof transferStages)[number]

/** Everything about the transfers of one call; empty while none was begun. */
export interface TransferRecord {
  /** As the agent last wrote or sent it; null while it is still made from the call as it goes. */
  readonly brief: BriefContent | null
  /** In time. */
  readonly attempts: readonly Attempt[]
  /** Every stage stood in, in time; the last one is where the call ended or stands. */
  readonly entries: readonly TransferEntry[]
}

export interface TransferEntry {
  readonly stage: TransferStage
  /** Wall clock, ms since 1970. */
  readonly at: number
  /** The line on the screen when the stage before was left; empty where nothing had to be said. */
  readonly said: string
  /** Why the stage was reached, as somebody said it; empty otherwise. */
  readonly reason: string
}

/** Somebody asked to take the call. */
export interface Attempt {
  /** Made before anything is sent, so that sending again after a crash is the same brief. */
  readonly briefId: BriefId
  readonly to: AskedPerson
  /** `voice` is on the phone or across the room: nothing was sent. */
  readonly by: 'hub' | 'voice'
  readonly at: number
  readonly result: AttemptResult
  readonly resultAt: number
  readonly reason: string
}

export interface AskedPerson {
  readonly id: PersonId
  readonly name: string
  readonly number: string
}

export type AttemptResult =
  /** Sent; `delivered` and `read` are the colleague's application's word. */
  | 'asked'
  | 'delivered'
  | 'read'
  | 'soon'
  | 'accepted'
  | 'declined'
  | 'timedOut'
  | 'unreachable'
  /** The agent asked somebody else, or went back to the caller. */
  | 'withdrawn'

export const noTransfer: TransferRecord = { brief: null, attempts: [], entries: [] }

export function wasBegun({ entries }: TransferRecord): boolean {
  return entries.length > 0
}

/** Who is asked now, or took the call. */
export function currentAttempt({ attempts }: TransferRecord): Attempt | null {
  const last = attempts.at(-1)
  return last && !hasFailed(last.result) ? last : null
}

/** The brief is out and nobody has said yes or no. */
export function isPending(result: AttemptResult): boolean {
  return result === 'asked' || result === 'delivered' || result === 'read' || result === 'soon'
}

export function hasFailed(result: AttemptResult): boolean {
  return result === 'declined' || result === 'timedOut' || result === 'unreachable' || result === 'withdrawn'
}

export type TransferEnding =
  | 'handedOver'
  /** Left before the introduction was made and confirmed. */
  | 'dropped'
  /** The phone could not pass the caller on. */
  | 'failed'
  | 'returned'
  /** The call ended on the way. */
  | 'brokenOff'

/** How it came out; null while none was begun. */
export function transferEnding(record: TransferRecord, endCause: EndCause | null): TransferEnding | null {
  const stage = record.entries.at(-1)?.stage
  if (stage === undefined) return null
  if (endCause === 'transfer-failed') return 'failed'
  if (stage === 'handedOver' || stage === 'dropped') return stage
  if (endCause === 'transferred') return stage === 'handingOver' ? 'handedOver' : 'dropped'
  return stage === 'returned' ? 'returned' : 'brokenOff'
}
