import * as z from 'zod'
import { farEndText } from '../call/far-end-text.ts'
import { personIdPattern } from './person-id.ts'

/** A hub's user name, and the same person on every machine of the team. */
export type PersonId = string

export const roles = ['agent', 'expert', 'manager'] as const

/** An agent sends briefs; an expert and a manager also take them. */
export type Role = (typeof roles)[number]

/** Somebody a caller can be handed to. */
export interface Colleague {
  readonly id: PersonId
  readonly name: string
  readonly role: Role
  /** What they know, such as `deliveries`; matched without regard to case. */
  readonly topics: readonly string[]
  /** What the dialer dials to reach them; may be empty. */
  readonly number: string
}

export const personId = z.string().regex(personIdPattern)

const line = (longest: number) =>
  z
    .string()
    .max(1000)
    .transform((text) => farEndText(text).slice(0, longest))

export const topicsOfExpertise = z.array(line(40)).max(12).readonly()

export const colleague = z.object({
  id: personId,
  name: line(80),
  role: z.enum(roles),
  topics: topicsOfExpertise,
  number: line(60),
})
