import type { BaresipConnection } from './baresip-connection.ts'

/**
 * Whether the phone knows `atransferexec`, which joins two calls.
 *
 * 1.0.0 does not, and any phone lists the command only while it has a call.
 */
export class JoinPower {
  private state: 'unknown' | 'asked' | 'has' | 'lacks' = 'unknown'

  get isThere(): boolean {
    return this.state === 'has'
  }

  forget(): void {
    this.state = 'unknown'
  }

  learn(connection: BaresipConnection, learned: () => void): void {
    if (this.state !== 'unknown') return
    this.state = 'asked'
    void connection.request({ command: 'help' }).then((answer) => {
      if (this.state !== 'asked') return
      if (!answer.ok) this.state = 'unknown'
      else this.state = /\/atransferexec\b/.test(answer.value.data) ? 'has' : 'lacks'
      if (this.isThere) learned()
    })
  }
}
