import type { Clock } from './clock.ts'
import type { Timers } from './timers.ts'

interface Wait {
  readonly due: number
  readonly action: () => void
}

/** Time that passes when a test says so. */
export class ManualTimers implements Timers, Clock {
  private mono = 0
  private waits: Wait[] = []

  after(ms: number, action: () => void): () => void {
    const wait = { due: this.mono + ms, action }
    this.waits.push(wait)
    return () => {
      this.waits = this.waits.filter((other) => other !== wait)
    }
  }

  now() {
    return { mono: this.mono, wall: 1_800_000_000_000 + this.mono }
  }

  pass(ms: number): void {
    const end = this.mono + ms
    for (let wait = this.nextUntil(end); wait !== undefined; wait = this.nextUntil(end)) {
      this.waits = this.waits.filter((other) => other !== wait)
      this.mono = Math.max(this.mono, wait.due)
      wait.action()
    }
    this.mono = end
  }

  private nextUntil(end: number): Wait | undefined {
    return this.waits.filter(({ due }) => due <= end).sort((one, other) => one.due - other.due)[0]
  }
}
