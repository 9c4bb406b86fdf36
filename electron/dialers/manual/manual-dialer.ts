import { randomUUID } from 'node:crypto'
import type { Call, Party } from '../../../shared/call/call.ts'
import { type DialerFailure, type DialerHealth, noPowers } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result } from '../../../shared/result.ts'
import type { Dialer, DialerListener } from '../dialer.ts'

/** Calls on a phone that Steadyline cannot see: the agent says what happens to them. */
export class ManualDialer implements Dialer {
  readonly id = 'manual'
  private readonly listener: DialerListener

  constructor({ listener }: { readonly listener: DialerListener }) {
    this.listener = listener
  }

  /** The calls of the last run stay as they were left: only the agent knows about them. */
  start(_known: readonly Call[]): void {
    this.listener.healthChanged(this.health())
  }

  async stop(): Promise<void> {}

  health(): DialerHealth {
    return { dialer: this.id, state: 'ready', failure: null, retryAt: null, warnings: [], powers: noPowers }
  }

  /** The call is live at once; returns its ref. */
  startByHand(party: Party): string {
    const ref = randomUUID()
    this.listener.reported({ type: 'call.answered', dialer: this.id, ref, direction: 'incoming', party })
    return ref
  }

  async command(): Promise<Result<null, DialerFailure>> {
    return failed({ kind: 'dialer.cannot', dialer: this.id })
  }

  async call(): Promise<Result<null, DialerFailure>> {
    return failed({ kind: 'dialer.cannot', dialer: this.id })
  }

  async dial(): Promise<Result<null, DialerFailure>> {
    return failed({ kind: 'dialer.cannot', dialer: this.id })
  }
}
