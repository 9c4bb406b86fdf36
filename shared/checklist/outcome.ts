import type { ResolutionOption } from '../playbook/playbook.ts'

/** How a call came out, as the agent says it in the wrap-up; everything but the disposition may stay blank. */
export interface Outcome {
  /** Id of a disposition of the playbook. */
  readonly disposition: string | null
  /** What both sides agreed on, in a sentence. */
  readonly agreed: string
  readonly granted: readonly Grant[]
  /** From 1, easy, to 5. */
  readonly hardness: number | null
  readonly followUp: boolean
  readonly tags: readonly string[]
}

/** An option given to the caller. */
export interface Grant {
  /** Id of an option of the playbook. */
  readonly option: string
  /** In the currency of the option's limit; null where it has no amount. */
  readonly amount: number | null
  /** Who allowed it, where the agent alone may not. */
  readonly approver: string
}

/** The part of an option that says who may grant it. */
export type Authority = Pick<ResolutionOption, 'id' | 'grantedBy' | 'limit'>

export const blankOutcome: Outcome = { disposition: null, agreed: '', granted: [], hardness: null, followUp: false, tags: [] }

/** Above the agent's limit, or where only a supervisor grants, somebody else must have said yes. */
export function needsApprover({ grantedBy, limit }: Authority, { amount }: Grant): boolean {
  return grantedBy === 'supervisor' || (limit !== null && (amount ?? 0) > limit.amount)
}

/** What still stands between this outcome and the record; empty when it can be saved. */
export function missingFrom(outcome: Outcome, authorities: readonly Authority[]): readonly ('disposition' | 'approver')[] {
  const unapproved = outcome.granted.some((grant) => {
    const authority = authorities.find(({ id }) => id === grant.option)
    return authority !== undefined && needsApprover(authority, grant) && grant.approver.trim() === ''
  })
  return [...(outcome.disposition === null ? (['disposition'] as const) : []), ...(unapproved ? (['approver'] as const) : [])]
}
