/** Milliseconds on the machine's monotonic clock: it never jumps, and main and renderer agree on it through the snapshot. */
export type Mono = number

/**
 * Elapsed time that crosses a process boundary once.
 *
 * A view adds the running part itself from its own monotonic clock, so nothing is sent while it ticks.
 */
export interface Stopwatch {
  /** Milliseconds collected in finished runs. */
  readonly collected: number
  readonly runningSince: Mono | null
}

export const zeroed: Stopwatch = { collected: 0, runningSince: null }

export function started(watch: Stopwatch, now: Mono): Stopwatch {
  return watch.runningSince === null ? { ...watch, runningSince: now } : watch
}

export function stopped(watch: Stopwatch, now: Mono): Stopwatch {
  return watch.runningSince === null ? watch : { collected: elapsed(watch, now), runningSince: null }
}

/** Milliseconds, never negative: a view's idea of `now` may trail main's by a frame. */
export function elapsed(watch: Stopwatch, now: Mono): number {
  return watch.collected + (watch.runningSince === null ? 0 : Math.max(0, now - watch.runningSince))
}
