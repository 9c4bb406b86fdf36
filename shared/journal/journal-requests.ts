import * as z from 'zod'
import { type JournalChange, maxAppendChanges, maxAppendLength } from './journal.ts'

const change = z.strictObject({
  table: z.string().min(1).max(64),
  key: z.string().max(1000),
  version: z.number().int().positive().max(10_000),
  text: z.string().max(maxAppendLength).nullable(),
  piece: z
    .strictObject({ at: z.number().int().nonnegative(), of: z.number().int().positive().max(10_000) })
    .refine(({ at, of }) => at < of)
    .optional(),
}) satisfies z.ZodType<JournalChange>

export const journalAppend = z.strictObject({
  changes: z
    .array(change)
    .min(1)
    .max(maxAppendChanges)
    .refine((changes) => changes.reduce((sum, { text }) => sum + (text?.length ?? 0), 0) <= maxAppendLength)
    .readonly(),
})

export const journalRead = z.strictObject({ after: z.number().int().nonnegative() })
