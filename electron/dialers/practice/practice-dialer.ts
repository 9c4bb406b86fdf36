import { randomUUID } from 'node:crypto'
import type { Call, Party } from '../../../shared/call/call.ts'
import type { CallReport } from '../../../shared/call/call-report.ts'
import type { DialerFailure, DialerHealth } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { systemTimers, type Timers } from '../../timers.ts'
import type { Dialer, DialerCommand, DialerListener } from '../dialer.ts'

/** Milliseconds a practice caller lets it ring. */
export const patience = 30_000

interface PracticeCall {
  readonly state: 'ringing' | 'live' | 'held'
  readonly stopWaiting: () => void
}

/** Where a command leads from each state; one that is not there is refused, as a softphone would. */
const next: Readonly<Record<PracticeCall['state'], Partial<Record<DialerCommand, 'live' | 'held' | 'over'>>>> = {
  ringing: { answer: 'live', hangUp: 'over' },
  live: { hold: 'held', hangUp: 'over' },
  held: { resume: 'live', hangUp: 'over' },
}

/** A caller who is not there: behaves like a softphone, with nobody at the other end. */
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
    const powers = { answer: true, hold: true, hangUp: true, consult: false, transfer: 'none' } as const
    return { dialer: this.id, state: 'ready', failure: null, retryAt: null, warnings: [], powers }
  }

  /** The caller rings; returns the ref of the call. */
  ring(caller: Party): string {
    const ref = randomUUID()
    const stopWaiting = this.timers.after(patience, () => this.giveUp(ref))
    this.calls.set(ref, { state: 'ringing', stopWaiting })
    this.listener.reported({ type: 'call.ringing', dialer: this.id, ref, direction: 'incoming', party: caller })
    return ref
  }

  async command(command: DialerCommand, ref: string): Promise<Result<null, DialerFailure>> {
    const call = this.calls.get(ref)
    if (call === undefined) return failed({ kind: 'dialer.noSuchCall', dialer: this.id })
    const state = next[call.state][command]
    if (state === undefined) return failed({ kind: 'dialer.refused', dialer: this.id, said: '' })
    call.stopWaiting()
    if (state === 'over') this.calls.delete(ref)
    else this.calls.set(ref, { ...call, state })
    this.listener.reported(reportOf(command, ref))
    return success(null)
  }

  private giveUp(ref: string): void {
    this.calls.delete(ref)
    this.listener.reported({ type: 'call.ended', dialer: this.id, ref, end: { by: 'far-end' } })
  }
}

function reportOf(command: DialerCommand, ref: string): CallReport {
  const about = { dialer: 'practice', ref } as const
  switch (command) {
    case 'answer':
      return { type: 'call.answered', ...about }
    case 'hold':
      return { type: 'call.held', ...about }
    case 'resume':
      return { type: 'call.resumed', ...about }
    case 'hangUp':
      return { type: 'call.ended', ...about, end: { by: 'agent' } }
  }
}
