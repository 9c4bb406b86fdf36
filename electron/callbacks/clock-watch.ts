import type { Clock } from '../clock.ts'
import type { Timers } from '../timers.ts'

export interface ClockWatchParts {
  readonly clock: Clock
  readonly timers: Timers
  zone(): string
  /** Called at least every half second, and when it wished to be; returns when it wishes to look again, wall clock. */
  look(now: number): number
  /** The wall clock went on by `byMs` more than what really passed, or the system is in another zone. */
  jumped(byMs: number): void
}

export interface ClockWatch {
  /** Looks now. */
  look(): void
  /** Somebody who should know says that the clock may be another. */
  suspectJump(): void
  stop(): void
}

/** Longer waits run late when the machine sleeps or the clock is put forward, and beyond 2^31 ms not at all. */
const longestWaitMs = 500
const jumpMs = 1500

/** Follows the wall clock, which people and time servers move, beside one that only counts. */
export function watchClock({ clock, timers, zone, look, jumped }: ClockWatchParts): ClockWatch {
  let last = clock.now()
  let lastZone = zone()
  let cancel = () => {}

  function lookNow(suspected: boolean): void {
    cancel()
    const now = clock.now()
    const zoneNow = zone()
    const drift = now.wall - last.wall - (now.mono - last.mono)
    const movedMs = Math.abs(drift) > jumpMs ? drift : 0
    const hasJumped = suspected || movedMs !== 0 || zoneNow !== lastZone
    last = now
    lastZone = zoneNow
    if (hasJumped) jumped(movedMs)
    const wait = Math.ceil(look(now.wall) - now.wall)
    cancel = timers.after(Math.max(1, Math.min(longestWaitMs, wait)), () => lookNow(false))
  }

  return {
    look: () => lookNow(false),
    suspectJump: () => lookNow(true),
    stop: () => cancel(),
  }
}

/** The zone of the system, read anew: Node keeps the one it started with until somebody touches `TZ`. */
export function systemZone(): string {
  if (process.env.TZ === undefined) delete process.env.TZ
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}
