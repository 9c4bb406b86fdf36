import { assertNever } from '../assert-never.ts'
import type { CallId } from '../call/call.ts'
import type { Callback, CallbackEntry, CallbackId, CallbackState } from './callback.ts'
import { isSameTime, type PromisedTime } from './promised-time.ts'

/** A fact about a callback; may come twice or late. */
export type CallbackFact =
  | { readonly type: 'called'; readonly callId: CallId }
  | { readonly type: 'reached'; readonly callId: CallId }
  /** `retry` is null when there is no further try. */
  | { readonly type: 'noAnswer'; readonly callId: CallId; readonly retry: PromisedTime | null }
  | { readonly type: 'renegotiated'; readonly to: PromisedTime; readonly reason: string }
  /** `from` is the wall time that is due, the one that was promised, or both; `to` may come once where it came twice, or the other way. */
  | { readonly type: 'rulesChanged'; readonly from: PromisedTime; readonly to: PromisedTime }
  | { readonly type: 'snoozed'; readonly until: number }
  /** The call that was dialled left no trace of how it ended, so somebody still has to call. */
  | { readonly type: 'callLost'; readonly callId: CallId }
  | { readonly type: 'briefed' }
  | { readonly type: 'deputyAccepted' }
  | { readonly type: 'deputyDeclined'; readonly reason: string }
  /** The brief of a deputy who had accepted was taken back. */
  | { readonly type: 'briefWithdrawn' }
  | { readonly type: 'cancelled' | 'missed'; readonly reason: string }
  /** Marked by hand: it was kept in a way no phone told of, such as in person. */
  | { readonly type: 'keptByHand' }
  | { readonly type: 'reopened' }
  /** One call kept the one and promised the other. */
  | { readonly type: 'promisedAgain' | 'promisedAfter'; readonly callbackId: CallbackId }

const open: readonly CallbackState[] = ['pending', 'calling']
const closed: readonly CallbackState[] = ['kept', 'noAnswer', 'cancelled', 'missed', 'handedOver']

/**
 * Where each fact is news; elsewhere it is absorbed.
 *
 * ```
 *              ┌──────────── noAnswer, with a retry ────────────┐
 *              ▼                                                │
 *  (made) ─▶ pending ──────────────── called ──────────────▶ calling ─┬─ reached ──────────────▶ kept
 *              ▲ │                                              │     └─ noAnswer, no retry ───▶ noAnswer
 *              │ └── cancelled, missed, deputyAccepted, ────────┴──▶ cancelled, missed, handedOver,
 *              │     keptByHand                                      kept
 *              └──── renegotiated, from everywhere; reopened, from every closed one; briefWithdrawn, from handedOver
 * ```
 *
 * No time that passes closes a callback: only what a person did or said, or how a call came out. One that a deputy took in
 * the moment this person's own call was answered is kept.
 */
const newsIn: Readonly<Record<CallbackFact['type'], readonly CallbackState[]>> = {
  called: open,
  reached: ['calling', 'handedOver'],
  noAnswer: ['calling'],
  callLost: ['calling'],
  renegotiated: [...open, ...closed],
  rulesChanged: open,
  snoozed: open,
  briefed: open,
  deputyAccepted: open,
  deputyDeclined: open,
  briefWithdrawn: ['handedOver'],
  cancelled: open,
  missed: open,
  keptByHand: open,
  reopened: closed,
  promisedAgain: [...open, ...closed],
  promisedAfter: [...open, ...closed],
}

interface Change extends Partial<Pick<Callback, 'state' | 'due' | 'promisedFor' | 'keeper' | 'deputy'>> {
  /** Null when the change is nothing a person would want to read. */
  readonly entry: CallbackEntry | null
}

/** The callback after a fact, or the same callback when the fact is old news. */
export function callbackAfter(callback: Callback, fact: CallbackFact, now: number): Callback {
  if (!newsIn[fact.type].includes(callback.state)) return callback
  const change = changeBy(callback, fact, now)
  if (change === null) return callback
  const { entry, ...part } = change
  const history = entry === null ? callback.history : [...callback.history, entry]
  return { ...callback, ...part, history, updatedAt: now }
}

function changeBy(callback: Callback, fact: CallbackFact, at: number): Change | null {
  const { history, due, promisedFor, deputy } = callback
  const isLastCall = (callId: CallId) => lastCall(callback) === callId
  switch (fact.type) {
    case 'called': {
      const { type, callId } = fact
      if (history.some((entry) => entry.type === 'called' && entry.callId === callId)) return null
      return { state: 'calling', entry: { at, type, callId, lateMs: at - promisedFor.at } }
    }
    case 'reached':
      return isLastCall(fact.callId) ? { state: 'kept', entry: { at, type: fact.type } } : null
    case 'noAnswer': {
      if (!isLastCall(fact.callId)) return null
      const { type, retry } = fact
      if (retry === null) return { state: 'noAnswer', entry: { at, type, retryAt: null } }
      return { state: 'pending', due: retry, entry: { at, type, retryAt: retry.at } }
    }
    case 'callLost':
      return isLastCall(fact.callId) ? { state: 'pending', entry: null } : null
    case 'renegotiated': {
      const { type, to, reason } = fact
      if (isSameTime(to, promisedFor) && (closed.includes(callback.state) || isSameTime(to, due))) return null
      return { state: 'pending', due: to, promisedFor: to, entry: { at, type, from: promisedFor, to, reason } }
    }
    case 'rulesChanged':
      return byNewRules(callback, fact, at)
    case 'snoozed': {
      const last = history.at(-1)
      return last?.type === 'snoozed' && last.until === fact.until ? null : { entry: { at, ...fact } }
    }
    case 'briefed': {
      const isKnown = history.some((entry) => entry.type === 'briefed' && entry.at >= at)
      return deputy === null || isKnown ? null : { entry: { at, type: fact.type, to: deputy.name } }
    }
    case 'deputyDeclined': {
      const isKnown = history.some((entry) => entry.type === 'deputyDeclined' && entry.at >= at)
      return deputy === null || isKnown ? null : { entry: { at, ...fact } }
    }
    case 'deputyAccepted':
      return deputy === null ? null : { state: 'handedOver', entry: { at, type: fact.type, reason: '' } }
    case 'briefWithdrawn':
      if (deputy === null) return null
      return { state: 'pending', keeper: 'me', deputy: null, entry: { at, type: fact.type, to: deputy.name } }
    case 'cancelled':
    case 'missed':
      return { state: fact.type, entry: { at, type: fact.type, reason: fact.reason } }
    case 'keptByHand':
      return { state: 'kept', entry: { at, type: fact.type } }
    case 'reopened':
      return { state: 'pending', entry: { at, type: fact.type } }
    case 'promisedAgain':
    case 'promisedAfter': {
      const isKnown = history.some((entry) => entry.type === fact.type && entry.callbackId === fact.callbackId)
      return isKnown ? null : { entry: { at, type: fact.type, callbackId: fact.callbackId } }
    }
    default:
      return assertNever(fact)
  }
}

/** New rules that leave the instant where it was are noted and not told. */
function byNewRules(
  { due, promisedFor }: Callback,
  { from: said, to }: { readonly from: PromisedTime; readonly to: PromisedTime },
  at: number,
): Change | null {
  const moves = [due, promisedFor].filter((time) => isSameTime(time, said))
  const from = moves.find((time) => time.at !== to.at)
  if (moves.every((time) => time.at === to.at && time.rules === to.rules)) return null
  return {
    due: isSameTime(due, said) ? to : due,
    promisedFor: isSameTime(promisedFor, said) ? to : promisedFor,
    entry: from ? { at, type: 'rulesChanged', from, to } : null,
  }
}

/** The call that was dialled last to keep it; null when there was none. */
export function lastCall({ history }: Pick<Callback, 'history'>): CallId | null {
  const called = history.findLast((entry) => entry.type === 'called')
  return called?.callId ?? null
}
