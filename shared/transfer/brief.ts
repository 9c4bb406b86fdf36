import * as z from 'zod'
import { type PromisedCall, promisedCall } from '../callbacks/promised-call.ts'
import { briefPartLimit } from './brief-parts.ts'
import { type PersonId, personId } from './colleague.ts'

/** Chosen by the sender before the first sending, so that a brief sent again is known as the same one. */
export type BriefId = string

export const verifications = ['verified', 'notVerified', 'unknown'] as const

/** What the colleague must know before the caller reaches them, in the order it is read: situation first, request last. */
export interface BriefContent {
  /** One sentence: who needs what. */
  readonly headline: string
  readonly caller: { readonly name: string; readonly number: string; readonly verified: (typeof verifications)[number] }
  /** Kind of client and how they sound, such as `Demanding, fears being ignored`. */
  readonly tone: string
  readonly situation: string
  readonly background: string
  /** What was tried and what was promised. */
  readonly tried: string
  readonly request: string
  /** What not to say. */
  readonly avoid: string
  /** What the colleague says back, so that both know it was understood. */
  readonly readBack: string
  /** What the call is about, in the words of `Colleague.topics`; may be empty. */
  readonly topic: string
  /** The promise that its reader is asked to keep; not in a brief about a call that is on the line. */
  readonly callback?: PromisedCall
}

/** One sending of a content to one person. */
export interface Brief extends BriefContent {
  readonly id: BriefId
  readonly from: { readonly id: PersonId; readonly name: string }
  readonly to: { readonly id: PersonId; readonly name: string }
}

const controls = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]/gu
/** Prose of a colleague: controls and direction overrides out, line breaks kept as spaces. */
const prose = z
  .string()
  .max(briefPartLimit)
  .transform((text) => text.replace(controls, ' ').replace(/\s+/g, ' ').trim())
const name = z
  .string()
  .max(500)
  .transform((text) => text.replace(controls, ' ').replace(/\s+/g, ' ').trim().slice(0, 120))
const person = z.object({ id: personId, name })

export const briefContent = z.object({
  headline: prose,
  caller: z.object({ name, number: name, verified: z.enum(verifications) }),
  tone: prose,
  situation: prose,
  background: prose,
  tried: prose,
  request: prose,
  avoid: prose,
  readBack: prose,
  topic: name,
  callback: promisedCall.exactOptional(),
})

export const briefId = z.uuid()

export const brief = briefContent.extend({ id: briefId, from: person, to: person })
