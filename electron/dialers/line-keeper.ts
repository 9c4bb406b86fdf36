import type { DialerFailure, DialerHealth, DialerId } from '../../shared/dialers/dialer-health.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { Timers } from '../timers.ts'

type Standing = Pick<DialerHealth, 'state' | 'failure' | 'retryAt'>

export interface LineKeeperParts {
  readonly dialer: DialerId
  readonly clock: Clock
  readonly timers: Timers
  readonly log: Log
  changed(): void
}

/** Whether a dialer's one connection stands, why not, and when it is tried again. */
export class LineKeeper {
  private readonly parts: LineKeeperParts
  private current: Standing = { state: 'off', failure: null, retryAt: null }
  private stopWaiting: () => void = () => {}
  private whenClosed: () => void = () => {}

  constructor(parts: LineKeeperParts) {
    this.parts = parts
  }

  get standing(): Standing {
    return this.current
  }

  is(state: DialerHealth['state']): boolean {
    return this.current.state === state
  }

  /** Why nothing can be asked of it now. */
  whyNot(): DialerFailure {
    return this.current.failure ?? { kind: 'dialer.off', dialer: this.parts.dialer }
  }

  connecting(): void {
    this.become({ state: 'connecting', failure: null, retryAt: null })
  }

  ready(): void {
    this.become({ state: 'ready', failure: null, retryAt: null })
  }

  /** Only other settings help. */
  cannot(failure: DialerFailure): void {
    this.become({ state: 'retrying', failure, retryAt: null })
  }

  retryAfter(ms: number, failure: DialerFailure, connect: () => void): void {
    const { timers, clock } = this.parts
    this.stopWaiting = timers.after(ms, connect)
    this.become({ state: 'retrying', failure, retryAt: clock.now().mono + ms })
  }

  /** The connection that `stop` waits for is gone. */
  closed(): void {
    this.whenClosed()
  }

  /** `drop` ends the connection there is; resolves when `closed` was called for it. */
  async stop(drop: ((why: DialerFailure) => void) | null): Promise<void> {
    const off: Standing = { state: 'off', failure: null, retryAt: null }
    this.stopWaiting()
    this.current = off
    if (drop !== null) {
      await new Promise<void>((resolve) => {
        this.whenClosed = resolve
        drop({ kind: 'dialer.off', dialer: this.parts.dialer })
      })
    }
    this.become(off)
  }

  private become(standing: Standing): void {
    const { dialer, log, changed } = this.parts
    const { state, failure } = standing
    this.current = standing
    log.info('The line to a dialer', { dialer, state, ...(failure === null ? {} : { failure: failure.kind }) })
    changed()
  }
}
