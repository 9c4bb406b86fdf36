import type { RemovedCounts } from './erasure-removal.ts'

/** What the rules for keeping removed last. */
export interface LastRemoved {
  /** Wall clock, ms since 1970. */
  readonly at: number
  readonly counts: RemovedCounts
}

export const lastRemovedName = 'steadyline.lastRemoved'

export function rememberRemoved(last: LastRemoved): void {
  if (Object.values(last.counts).some((count) => count > 0)) localStorage.setItem(lastRemovedName, JSON.stringify(last))
}
