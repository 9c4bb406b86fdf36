import { type Callback, type CallbackEntry, isOpen } from './callback.ts'
import type { PromisedTime } from './promised-time.ts'

/** What one agreed time came to; minutes are whole and never zero. */
export type PromiseOutcome =
  /** Nobody had to call yet. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'onTime' }
  | { readonly kind: 'late'; readonly minutes: number }
  /** Called on time, and nobody answered. */
  | { readonly kind: 'noAnswer' }
  | { readonly kind: 'noAnswerLate'; readonly minutes: number }
  /** Another time was agreed before this one came. */
  | { readonly kind: 'renegotiated' }
  /** Nobody called, and it still rings. */
  | { readonly kind: 'overdue'; readonly minutes: number }
  | { readonly kind: 'missed' }
  | { readonly kind: 'handedOver' }
  | { readonly kind: 'cancelled' }

export interface KeptRate {
  readonly kept: number
  readonly of: number
}

/** One agreed time, and what was done until another one was agreed. */
interface Agreed {
  readonly time: PromisedTime
  readonly entries: readonly CallbackEntry[]
  /** When it gave way to another time; null for the one that holds. */
  readonly movedAt: number | null
}

const minute = 60_000

/** How a callback came out, by the time that was agreed on last. */
export function cameOut(callback: Callback, graceMs: number, now: number): PromiseOutcome {
  const holding = agreedIn(callback).at(-1)
  return holding ? outcomeOf(holding, callback, graceMs, now) : { kind: 'waiting' }
}

/**
 * How many of the times promised between `from` and `to` were kept.
 *
 * A time is kept when somebody called within the grace of it, also when nobody answered. One moved before it came counts at
 * its new time, one moved too late is not kept. What the person cancelled, what a deputy took, what is not due yet and
 * practice count for nothing.
 */
export function keptRate(
  callbacks: readonly Callback[],
  period: { readonly from: number; readonly to: number },
  graceMs: number,
  now: number,
): KeptRate {
  const verdicts = callbacks
    .filter(({ practice }) => !practice)
    .flatMap((callback) =>
      agreedIn(callback)
        .filter(({ time }) => time.at >= period.from && time.at < period.to)
        .map((agreed) => isKept(outcomeOf(agreed, callback, graceMs, now))),
    )
    .filter((verdict) => verdict !== null)
  return { kept: verdicts.filter(Boolean).length, of: verdicts.length }
}

/** Null when it says nothing about anybody's word. */
function isKept({ kind }: PromiseOutcome): boolean | null {
  if (kind === 'onTime' || kind === 'noAnswer') return true
  if (kind === 'late' || kind === 'noAnswerLate' || kind === 'overdue' || kind === 'missed') return false
  return null
}

function agreedIn({ history, promisedFor }: Callback): readonly Agreed[] {
  const moves = history.flatMap((entry, index) => (entry.type === 'renegotiated' ? [{ entry, index }] : []))
  const starts = [0, ...moves.map(({ index }) => index + 1)]
  return starts.map((start, nth) => {
    const move = moves[nth]
    return {
      time: move?.entry.from ?? promisedFor,
      entries: withoutMistakes(history.slice(start, move?.index)),
      movedAt: move?.entry.at ?? null,
    }
  })
}

/** What a hand marked as kept, and opened again, was not. */
function withoutMistakes(entries: readonly CallbackEntry[]): readonly CallbackEntry[] {
  const reopened = entries.findLastIndex(({ type }) => type === 'reopened')
  return entries.filter(({ type }, index) => type !== 'keptByHand' || index > reopened)
}

function outcomeOf({ time, entries, movedAt }: Agreed, callback: Callback, graceMs: number, now: number): PromiseOutcome {
  const first = triesIn(entries, time).find(({ lateMs, reached }) => reached || lateMs >= -graceMs)
  const isOnTime = first !== undefined && first.lateMs <= graceMs
  const minutes = first ? Math.ceil(first.lateMs / minute) : 0
  const { state } = callback

  if (entries.some(({ type }) => type === 'reached' || type === 'keptByHand'))
    return isOnTime ? { kind: 'onTime' } : { kind: 'late', minutes }
  if (movedAt === null && (state === 'handedOver' || state === 'cancelled')) return { kind: state }
  if (movedAt === null && state === 'calling') return { kind: 'waiting' }
  if (isOnTime) return { kind: 'noAnswer' }
  if (movedAt !== null && movedAt <= time.at + graceMs) return { kind: 'renegotiated' }
  if (first && state !== 'missed') return { kind: 'noAnswerLate', minutes }
  if (movedAt !== null || !isOpen(callback)) return { kind: 'missed' }
  const overdue = now - time.at
  return overdue > graceMs ? { kind: 'overdue', minutes: Math.ceil(overdue / minute) } : { kind: 'waiting' }
}

interface Try {
  readonly lateMs: number
  readonly reached: boolean
}

function triesIn(entries: readonly CallbackEntry[], time: PromisedTime): readonly Try[] {
  return entries.flatMap((entry, index): Try[] => {
    if (entry.type === 'keptByHand') return [{ lateMs: entry.at - time.at, reached: true }]
    if (entry.type !== 'called') return []
    const next = entries.slice(index + 1).find(({ type }) => type === 'reached' || type === 'noAnswer' || type === 'called')
    return [{ lateMs: entry.lateMs, reached: next?.type === 'reached' }]
  })
}
