import { type Call, refOf } from '../../shared/call/call.ts'
import type { CallReport } from '../../shared/call/call-report.ts'
import { callAfter } from '../../shared/call/call-transitions.ts'
import type { DialerHealth, DialerId } from '../../shared/dialers/dialer-health.ts'
import { type Clock, systemClock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { DialerListener } from './dialer.ts'

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** A listener of the tests: it keeps what it was told, folds it into calls, and says when a claim about it comes true. */
export class ListenerLog implements DialerListener {
  readonly reports: CallReport[] = []
  readonly healths: DialerHealth[] = []
  readonly reconciliations: (readonly string[])[] = []
  uncertainties = 0
  private readonly calls = new Map<string, Call>()
  private readonly clock: Clock
  private waiting: { readonly claim: () => boolean; readonly resolve: () => void }[] = []

  constructor(clock: Clock = systemClock, known: readonly Call[] = []) {
    this.clock = clock
    for (const call of known) this.calls.set(refOf(call), call)
  }

  reported(report: CallReport): void {
    this.reports.push(report)
    this.fold(report)
    this.check()
  }

  healthChanged(health: DialerHealth): void {
    this.healths.push(health)
    this.check()
  }

  callsUncertain(): void {
    this.uncertainties += 1
    this.check()
  }

  reconciled(dialer: DialerId, refs: readonly string[]): void {
    this.reconciliations.push(refs)
    for (const [ref, call] of this.calls) {
      if (call.state !== 'ended' && !refs.includes(ref))
        this.fold({ type: 'call.ended', dialer, ref, end: { by: 'unknown', outcome: 'lost' } })
    }
    this.check()
  }

  /** The calls as the companion would show them, oldest first. */
  get shown(): readonly Call[] {
    return [...this.calls.values()]
  }

  get health(): DialerHealth | undefined {
    return this.healths.at(-1)
  }

  /** Resolves as soon as the claim holds; the test's own time limit is the only one. */
  async until(claim: (log: this) => boolean): Promise<void> {
    if (claim(this)) return
    await new Promise<void>((resolve) => this.waiting.push({ claim: () => claim(this), resolve }))
  }

  untilReady(): Promise<void> {
    return this.until(({ health }) => health?.state === 'ready')
  }

  private fold(report: CallReport): void {
    const call = callAfter(this.calls.get(report.ref) ?? null, report, this.clock.now())
    if (call !== null) this.calls.set(report.ref, call)
  }

  private check(): void {
    const done = this.waiting.filter(({ claim }) => claim())
    this.waiting = this.waiting.filter((wait) => !done.includes(wait))
    for (const { resolve } of done) resolve()
  }
}
