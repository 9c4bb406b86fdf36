import '../storage/schemas-without-eval.ts'
import * as z from 'zod'
import { removedTables } from './erasure-removal.ts'
import { type LastRemoved, lastRemovedName } from './remember-removed.ts'

const shape = z.strictObject({
  at: z.number().positive(),
  counts: z.record(z.enum(removedTables), z.number().int().nonnegative()),
}) satisfies z.ZodType<LastRemoved>

/** Null when nothing ever was, in this profile. */
export function lastRemoved(): LastRemoved | null {
  try {
    const read = shape.safeParse(JSON.parse(localStorage.getItem(lastRemovedName) ?? 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
