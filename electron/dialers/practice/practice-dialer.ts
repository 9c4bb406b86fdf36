import { randomUUID } from 'node:crypto'
import type { Call, Party } from '../../../shared/call/call.ts'
import type { CallReport, EndReport } from '../../../shared/call/call-report.ts'
import type { DialerFailure, DialerHealth } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { CallCommand, Dialer, DialerCommand, DialerErrand, DialerListener } from '../dialer.ts'

/** Milliseconds a practice caller lets it ring. */
export const patience = 30_000
/** Milliseconds until somebody who is called in practice picks up. */
export const picksUpAfter = 4_000

interface PracticeCall {
  readonly state: 'ringing' | 'dialling' | 'live' | 'held'
  readonly consultFor: string | null
  readonly stopWaiting: () => void
}

/** Where a command leads from each state; one that is not there is refused, as a softphone would. */
const next: Readonly<Record<PracticeCall['state'], Partial<Record<CallCommand, 'live' | 'held' | 'over'>>>> = {
  ringing: { answer: 'live', hangUp: 'over' },
  dialling: { hangUp: 'over' },
  live: { hold: 'held', hangUp: 'over' },
  held: { resume: 'live', hangUp: 'over' },
}

/** A caller who is not there, and people who always pick up when they are called: behaves like a softphone, with nobody at the other end. */
export class PracticeDialer implements Dialer {
  readonly id = 'practice'
  private readonly listener: DialerListener
  private readonly timers: Timers
  private readonly calls = new Map<string, PracticeCall>()

  constructor({ listener, timers = systemTimers }: { readonly listener: DialerListener; readonly timers?: Timers }) {
    this.listener = listener
    this.timers = timers
  }

  /** A practice call does not outlive the companion. */
  start(_known: readonly Call[]): void {
    this.listener.reconciled(this.id, [])
    this.listener.healthChanged(this.health())
  }

  async stop(): Promise<void> {
    for (const { stopWaiting } of this.calls.values()) stopWaiting()
    this.calls.clear()
  }

  health(): DialerHealth {
    const powers = { answer: true, hold: true, hangUp: true, dial: false, consult: true, transfer: 'attended' } as const
    return { dialer: this.id, state: 'ready', failure: null, retryAt: null, warnings: [], powers }
  }

  /** The caller rings; returns the ref of the call. */
  ring(caller: Party): string {
    const ref = randomUUID()
    const stopWaiting = this.timers.after(patience, () => this.end(ref, { by: 'far-end' }))
    this.calls.set(ref, { state: 'ringing', consultFor: null, stopWaiting })
    this.listener.reported({ type: 'call.ringing', dialer: this.id, ref, direction: 'incoming', party: caller })
    return ref
  }

  async command(command: DialerCommand, ref: string): Promise<Result<null, DialerFailure>> {
    const call = this.calls.get(ref)
    if (call === undefined) return failed({ kind: 'dialer.noSuchCall', dialer: this.id })
    if (command === 'cancelConsult' || command === 'completeTransfer') return this.endConsult(command, ref)
    const state = next[call.state][command]
    if (state === undefined) return this.refused()
    if (state === 'over') this.end(ref, { by: 'agent' })
    else this.move(ref, command === 'answer' ? 'call.answered' : state === 'held' ? 'call.held' : 'call.resumed')
    return success(null)
  }

  async call(number: string): Promise<Result<null, DialerFailure>> {
    if (this.calls.size > 0) return failed({ kind: 'dialer.busy', dialer: this.id })
    this.dialOut(number, null)
    return success(null)
  }

  async dial(errand: DialerErrand, ref: string, number: string): Promise<Result<null, DialerFailure>> {
    const call = this.calls.get(ref)
    if (call === undefined) return failed({ kind: 'dialer.noSuchCall', dialer: this.id })
    if ((call.state !== 'live' && call.state !== 'held') || this.legFor(ref) !== undefined) return this.refused()
    if (errand === 'transferBlind') this.end(ref, { by: 'agent', outcome: 'transferred' })
    else this.consult(ref, number)
    return success(null)
  }

  private consult(ref: string, number: string): void {
    if (this.calls.get(ref)?.state === 'live') this.move(ref, 'call.held')
    this.dialOut(number, ref)
  }

  private dialOut(number: string, consultFor: string | null): void {
    const ref = randomUUID()
    const stopWaiting = this.timers.after(picksUpAfter, () => this.move(ref, 'call.answered'))
    this.calls.set(ref, { state: 'dialling', consultFor, stopWaiting })
    const about = { dialer: this.id, ref, direction: 'outgoing', party: { name: '', number } } as const
    this.listener.reported({ type: 'call.dialling', ...about, ...(consultFor === null ? {} : { consultFor }) })
  }

  private endConsult(command: 'cancelConsult' | 'completeTransfer', ref: string): Result<null, DialerFailure> {
    const leg = this.legFor(ref)
    if (leg === undefined) return failed({ kind: 'dialer.noSuchCall', dialer: this.id })
    if (command === 'cancelConsult') {
      this.end(leg, { by: 'agent' })
      this.move(ref, 'call.resumed')
      return success(null)
    }
    if (this.calls.get(leg)?.state !== 'live') return this.refused()
    for (const joined of [leg, ref]) this.end(joined, { by: 'agent', outcome: 'transferred' })
    return success(null)
  }

  private legFor(ref: string): string | undefined {
    return [...this.calls].find(([, { consultFor }]) => consultFor === ref)?.[0]
  }

  private move(ref: string, type: Exclude<CallReport['type'], 'call.ended'>): void {
    const call = this.calls.get(ref)
    if (call === undefined) return
    call.stopWaiting()
    this.calls.set(ref, { ...call, state: type === 'call.held' ? 'held' : 'live' })
    this.listener.reported({ type, dialer: this.id, ref })
  }

  private end(ref: string, end: EndReport): void {
    this.calls.get(ref)?.stopWaiting()
    this.calls.delete(ref)
    this.listener.reported({ type: 'call.ended', dialer: this.id, ref, end })
  }

  private refused(): Result<null, DialerFailure> {
    return failed({ kind: 'dialer.refused', dialer: this.id, said: '' })
  }
}
