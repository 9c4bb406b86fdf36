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

export type MissingPart = 'disposition' | 'amount' | 'approver'

/** What still stands between this outcome and the record; without an amount nobody can say whose yes an option needed. */
export function missingFrom(outcome: Outcome, authorities: readonly Authority[]): readonly MissingPart[] {
  const missing = new Set<MissingPart>(outcome.disposition === null ? ['disposition'] : [])
  for (const grant of outcome.granted) {
    const authority = authorities.find(({ id }) => id === grant.option)
    if (authority === undefined) continue
    if (authority.limit !== null && grant.amount === null) missing.add('amount')
    if (needsApprover(authority, grant) && grant.approver.trim() === '') missing.add('approver')
  }
  return [...missing]
}
