import type { CallId } from '../call/call.ts'
import type { BriefId } from '../transfer/brief.ts'
import type { PersonId } from '../transfer/colleague.ts'
import type { CallbackKind } from './callback-kind.ts'
import type { PromisedTime } from './promised-time.ts'

export type { CallbackKind } from './callback-kind.ts'

/** A UUID, chosen when the promise is made. */
export type CallbackId = string

/** Who keeps the promise; a deputy only when it is overdue, or at once when `anyone` may. */
export type Keeper = 'me' | 'deputy' | 'anyone'

/**
 * What a promise has come to; drawn in `callback-transitions.ts`.
 *
 * `pending` and `calling` are open. The program never closes an open one by itself: it stays until somebody called, or said
 * why nobody will.
 */
export const callbackStates = ['pending', 'calling', 'kept', 'noAnswer', 'cancelled', 'missed', 'handedOver'] as const
export type CallbackState = (typeof callbackStates)[number]

/** A call promised to somebody outside, with everything that became of it. */
export interface Callback {
  readonly id: CallbackId
  readonly kind: CallbackKind
  readonly person: { readonly name: string; readonly number: string }
  /** The call it was promised in; null when it was promised otherwise. */
  readonly callId: CallId | null
  /** When to call next: the promise, or the next try after no answer. */
  readonly due: PromisedTime
  /** What was agreed with the person: moved only when it is agreed anew. */
  readonly promisedFor: PromisedTime
  readonly reason: string
  readonly topic: string
  /** What was promised, in the words that were used, such as `A call even without the answer`. */
  readonly promised: string
  readonly priority: 'normal' | 'high'
  readonly keeper: Keeper
  /** Set for every keeper but `me`; the brief's id is chosen with the deputy, so that it is sent once however often. */
  readonly deputy: { readonly id: PersonId; readonly name: string; readonly briefId: BriefId } | null
  /** What to say and to have at hand. */
  readonly notes: string
  readonly state: CallbackState
  readonly history: readonly CallbackEntry[]
  readonly practice: boolean
  /** Wall clock, ms since 1970, as everywhere here. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** One line of a callback's history, oldest first. */
export type CallbackEntry = { readonly at: number } & (
  | { readonly type: 'made' }
  /** The agent dialled; `lateMs` is negative when it was before the promised time. */
  | { readonly type: 'called'; readonly callId: CallId; readonly lateMs: number }
  | { readonly type: 'reached' }
  | { readonly type: 'noAnswer'; readonly retryAt: number | null }
  | { readonly type: 'renegotiated'; readonly from: PromisedTime; readonly to: PromisedTime; readonly reason: string }
  /** The rules of the zone changed, and the wall time that was promised is another instant now. */
  | { readonly type: 'rulesChanged'; readonly from: PromisedTime; readonly to: PromisedTime }
  | { readonly type: 'snoozed'; readonly until: number }
  | { readonly type: 'briefed'; readonly to: string }
  | { readonly type: 'deputyAccepted' | 'deputyDeclined'; readonly reason: string }
  /** After the deputy had accepted: it is the agent's again. */
  | { readonly type: 'briefWithdrawn'; readonly to: string }
  | { readonly type: 'cancelled' | 'missed'; readonly reason: string }
  | { readonly type: 'keptByHand' }
  /** In the call that kept this one, the other one was promised. */
  | { readonly type: 'promisedAgain'; readonly callbackId: CallbackId }
  /** This one was promised in the call that kept the other one. */
  | { readonly type: 'promisedAfter'; readonly callbackId: CallbackId }
  | { readonly type: 'reopened' }
)

/** Somebody still has to call. */
export function isOpen({ state }: Pick<Callback, 'state'>): boolean {
  return state === 'pending' || state === 'calling'
}
