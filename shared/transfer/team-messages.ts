import * as z from 'zod'
import { failed, type Result, success } from '../result.ts'
import { brief, briefId } from './brief.ts'
import { colleague } from './colleague.ts'

/** Largest message read, in UTF-16 units: a brief of the longest parts fits, a flood does not. */
export const messageLimit = 64 * 1024

const version = 1

const controls = /[\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]|(?!\n)\p{Cc}/gu
/** Prose of a colleague: controls and direction overrides out, lines kept. */
const prose = (longest: number) =>
  z
    .string()
    .max(longest)
    .transform((text) => text.replace(controls, ' '))

/** A stretch of time and not an instant: two machines' clocks may be an hour apart. */
const milliseconds = z
  .number()
  .int()
  .nonnegative()
  .max(10 * 365 * 24 * 3600 * 1000)

export const presenceMessage = z.object({
  v: z.literal(version),
  person: colleague,
  availability: z.enum(['available', 'onCall', 'away', 'offline']),
  /** How long it has been so; null in a Last Will, which is written before anybody knows when. */
  forMs: milliseconds.nullable(),
})

export const briefMessage = z.object({ v: z.literal(version), brief })

/**
 * All that the colleague's side has of a brief, told whenever it changed and whenever the sender asks by sending again.
 *
 * Whatever it does not confirm is sent again, so that a hub that loses what it acknowledged costs time and nothing else.
 */
export const receiptMessage = z.object({
  v: z.literal(version),
  briefId,
  stage: z.enum(['delivered', 'read', 'soon', 'accepted', 'declined', 'withdrawn']),
  reason: prose(300).default(''),
  /** Version of the newest follow-up; null while there is none. */
  followUp: z.number().int().nonnegative().nullable().default(null),
})

export const withdrawalMessage = z.object({ v: z.literal(version), briefId })

export const followUpMessage = z.object({
  v: z.literal(version),
  briefId,
  followUp: z.object({
    note: prose(20_000),
    outcome: prose(200).nullable(),
    version: z.number().int().nonnegative(),
  }),
})

export type PresenceMessage = z.infer<typeof presenceMessage>
export type BriefMessage = z.infer<typeof briefMessage>
export type ReceiptMessage = z.infer<typeof receiptMessage>
export type WithdrawalMessage = z.infer<typeof withdrawalMessage>
export type FollowUpMessage = z.infer<typeof followUpMessage>

export type MessageProblem =
  | { readonly kind: 'message.tooLarge'; readonly length: number }
  | { readonly kind: 'message.notJson' }
  /** Written by a newer Steadyline, or by something else. */
  | { readonly kind: 'message.otherVersion'; readonly version: unknown }
  | { readonly kind: 'message.malformed'; readonly cause: string }

/** What one message says, or why it is ignored. */
export function readMessage<Schema extends z.ZodType>(schema: Schema, text: string): Result<z.infer<Schema>, MessageProblem> {
  if (text.length > messageLimit) return failed({ kind: 'message.tooLarge', length: text.length })
  const json = jsonFrom(text)
  if (json === undefined) return failed({ kind: 'message.notJson' })
  const v = typeof json === 'object' && json !== null && 'v' in json ? json.v : undefined
  if (v !== version) return failed({ kind: 'message.otherVersion', version: v })
  const read = schema.safeParse(json)
  return read.success ? success(read.data) : failed({ kind: 'message.malformed', cause: z.prettifyError(read.error) })
}

function jsonFrom(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
