import '../storage/schemas-without-eval.ts'
import * as z from 'zod'
import { type RemovedCounts, removedTables } from './erasure-removal.ts'

/** What the rules for keeping removed last. */
export interface LastRemoved {
  /** Wall clock, ms since 1970. */
  readonly at: number
  readonly counts: RemovedCounts
}

const name = 'steadyline.lastRemoved'

const shape = z.strictObject({
  at: z.number().positive(),
  counts: z.record(z.enum(removedTables), z.number().int().nonnegative()),
}) satisfies z.ZodType<LastRemoved>

/** Null when nothing ever was, in this profile. */
export function lastRemoved(): LastRemoved | null {
  try {
    const read = shape.safeParse(JSON.parse(localStorage.getItem(name) ?? 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

export function rememberRemoved(last: LastRemoved): void {
  if (Object.values(last.counts).some((count) => count > 0)) localStorage.setItem(name, JSON.stringify(last))
}
