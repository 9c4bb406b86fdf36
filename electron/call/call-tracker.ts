import { type Call, type CallId, isOver, refOf, wasAnswered } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { stopped } from '../../shared/call/stopwatch.ts'
import type { DialerId } from '../../shared/dialers/dialer-health.ts'
import type { Clock } from '../clock.ts'

export interface CallTrackerListener {
  happened(event: CallEvent): void
  amended(call: Call): void
  /** The calls worth remembering across a restart, after any change. */
  changed(calls: readonly Call[]): void
}

/** Unanswered calls kept for a window to put into the record. */
const mostUnanswered = 200

/** Ids of finished calls kept so that a late event cannot open them again. */
const rememberedEnds = 500

/** Owns the live calls and their clocks: folds what dialers report into calls and says what moved. */
export class CallTracker {
  readonly #clock: Clock
  readonly #listener: CallTrackerListener
  readonly #calls = new Map<CallId, Call>()
  readonly #finished = new Set<CallId>()

  constructor(clock: Clock, listener: CallTrackerListener, remembered: readonly Call[] = []) {
    this.#clock = clock
    this.#listener = listener
    for (const call of remembered) this.#calls.set(call.id, call)
  }

  /** On the line, or over and not yet in the record; oldest first. */
  calls(): readonly Call[] {
    return [...this.#calls.values()]
  }

  find(id: CallId): Call | undefined {
    return this.#calls.get(id)
  }

  report(report: CallReport): void {
    const id = `${report.dialer}:${report.ref}`
    if (this.#finished.has(id)) return
    const before = this.#calls.get(id) ?? null
    const after = callAfter(before, report, this.#clock.now())
    if (after === null) return
    const call = before === null ? { ...after, consultFor: after.consultFor ?? this.#consultedAbout(after) } : after
    this.#calls.set(id, call)
    if (isOver(call)) this.#forgetOldestUnanswered()
    this.#listener.happened({ type: report.type, call })
    this.#listener.changed(this.calls())
  }

  /** The dialer is away: its calls stand as they were last known. */
  uncertain(dialer: DialerId): void {
    this.#amendEach(dialer, (call) => (call.certain ? { ...call, certain: false } : call))
  }

  /** The dialer is back and has these calls: the rest ended while nobody looked. */
  reconciled(dialer: DialerId, refs: readonly string[]): void {
    const present = new Set(refs.map((ref) => `${dialer}:${ref}`))
    for (const call of this.calls()) {
      if (call.dialer !== dialer || isOver(call) || present.has(call.id)) continue
      this.report({ type: 'call.ended', dialer, ref: refOf(call), end: { by: 'unknown', outcome: 'lost' } })
    }
    this.#amendEach(dialer, (call) => (call.certain ? call : { ...call, certain: true }))
  }

  /** The call is in the record, with its note if it was answered: the after-call clock stops and the call is forgotten. */
  recorded(id: CallId): void {
    const call = this.#calls.get(id)
    if (call === undefined || !isOver(call)) return
    this.#forget(id)
    this.#listener.amended({ ...call, afterCall: stopped(call.afterCall, this.#clock.now().mono) })
    this.#listener.changed(this.calls())
  }

  /** A companion that nobody looks at for days must not collect every missed call. */
  #forgetOldestUnanswered(): void {
    const unanswered = this.calls().filter((call) => isOver(call) && !wasAnswered(call))
    const oldest = unanswered.length > mostUnanswered ? unanswered[0] : undefined
    if (oldest) this.#forget(oldest.id)
  }

  #forget(id: CallId): void {
    this.#calls.delete(id)
    this.#finished.add(id)
    const [oldest] = this.#finished
    if (this.#finished.size > rememberedEnds && oldest !== undefined) this.#finished.delete(oldest)
  }

  #amendEach(dialer: DialerId, amend: (call: Call) => Call): void {
    for (const call of this.calls()) {
      if (call.dialer !== dialer || isOver(call)) continue
      const amended = amend(call)
      if (amended === call) continue
      this.#calls.set(call.id, amended)
      this.#listener.amended(amended)
    }
    this.#listener.changed(this.calls())
  }

  /** A call placed while another of the same dialer is on the line consults about that one. */
  #consultedAbout(call: Call): CallId | null {
    if (call.direction !== 'outgoing' || isOver(call)) return null
    const others = this.calls().filter(
      ({ dialer, state, consultFor }) => dialer === call.dialer && consultFor === null && (state === 'live' || state === 'held'),
    )
    return others.at(-1)?.id ?? null
  }
}
