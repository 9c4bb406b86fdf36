import type { CallId } from '../call/call.ts'

/** A call in which a boundary had to be set, followed until somebody who answers for it knows. */
export interface Incident {
  /** The call's id. */
  readonly id: CallId
  /** When the first boundary was set; wall clock, ms since 1970. */
  readonly at: number
  /** Ids of the rungs that were reached, in their order, from the playbook the call was handled with. */
  readonly rungs: readonly string[]
  /** Who was told, and when; null until then. */
  readonly reported: { readonly to: string; readonly at: number } | null
}
