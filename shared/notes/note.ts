import type { Call, CallId } from '../call/call.ts'

/** What the agent wrote about one call, while it ran and after it. */
export interface Note {
  /** The call's id: a call has one note. */
  readonly id: CallId
  readonly text: string
  /** A draft is still being written; the wrap-up makes it a record. */
  readonly state: 'draft' | 'saved'
  /** Id of a disposition of the playbook named; null in a draft. */
  readonly disposition: string | null
  /** As it read when chosen: a playbook may be changed or removed later. */
  readonly dispositionLabel: string | null
  readonly practice: boolean
  /** Wall clock, ms since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** A call as it is kept: how it last stood, whatever became of the note. */
export type CallRecord = Call
