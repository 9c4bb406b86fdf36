/** What became of a step, and when. */
export interface StepEntry {
  readonly mark: 'done' | 'skipped'
  /** Wall clock, ms since 1970. */
  readonly at: number
  /** The line on the screen when the step was done; empty when it was skipped. */
  readonly said: string
}

/** A rung stood on, or `null` when the agent took the ladder down again. */
export interface LadderEntry {
  readonly rung: string | null
  /** Wall clock, ms since 1970. */
  readonly at: number
  readonly said: string
}

/** The rung the call stands on now; null while nothing had to be said. */
export function rungNow(ladder: readonly LadderEntry[]): string | null {
  return ladder.at(-1)?.rung ?? null
}
