import type { CallId } from '../call/call.ts'
import type { Callback } from './callback.ts'
import type { PromisedTime } from './promised-time.ts'

/** A fact about a callback; may come twice or late. */
export type CallbackFact =
  | { readonly type: 'called'; readonly callId: CallId }
  | { readonly type: 'reached'; readonly callId: CallId }
  /** `retry` is null when there is no further try. */
  | { readonly type: 'noAnswer'; readonly callId: CallId; readonly retry: PromisedTime | null }
  | { readonly type: 'renegotiated'; readonly to: PromisedTime; readonly reason: string }
  | { readonly type: 'rulesChanged'; readonly to: PromisedTime }
  | { readonly type: 'snoozed'; readonly until: number }
  | { readonly type: 'briefed' }
  | { readonly type: 'deputyAccepted' }
  | { readonly type: 'deputyDeclined'; readonly reason: string }
  | { readonly type: 'cancelled' | 'missed'; readonly reason: string }
  /** Marked by hand: it was kept in a way no phone told of, such as in person. */
  | { readonly type: 'keptByHand' }
  | { readonly type: 'reopened' }

/** The callback after a fact, or the same callback when the fact is old news. */
export function callbackAfter(callback: Callback, _fact: CallbackFact, _now: number): Callback {
  return callback
}
