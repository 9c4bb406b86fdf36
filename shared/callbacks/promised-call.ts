import * as z from 'zod'
import { callbackKinds } from './callback-kind.ts'

const controls = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu
const line = z
  .string()
  .max(2000)
  .transform((text) => text.replace(controls, ' ').replace(/\s+/g, ' ').trim())

/** A promise as its deputy is told of it: who to call stands in the brief around it. */
export const promisedCall = z.object({
  /** As in `PromisedTime`. */
  wall: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/)
    .refine(isRealMinute),
  zone: z
    .string()
    .regex(/^(?:[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,2}|[+-]\d\d:\d\d)$/)
    .max(64),
  fold: z.enum(['only', 'first', 'second']).catch('only'),
  at: z.number().int().min(0).max(8_640_000_000_000_000),
  /** One that a newer Steadyline knows and this one does not is a plain callback. */
  kind: z.enum(callbackKinds).catch('callback'),
  reason: line,
  /** In the words that were used; may be empty. */
  promised: line,
})

export type PromisedCall = Readonly<z.infer<typeof promisedCall>>

function isRealMinute(wall: string): boolean {
  const date = new Date(`${wall}Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(wall)
}
