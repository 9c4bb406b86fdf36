import type { Call, CallId } from '../call/call.ts'
import type { Outcome } from '../checklist/outcome.ts'
import type { LadderEntry, StepEntry } from '../checklist/record.ts'
import type { PersonKey } from '../people/person.ts'
import type { TransferRecord } from '../transfer/transfer-record.ts'

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
  /** How the call was handled; null in a draft, and in notes older than this record. */
  readonly handling: Handling | null
  readonly practice: boolean
  /** Whose call it was, when the agent said so; otherwise the number tells. */
  readonly person?: PersonKey
  /** Other calls this one belongs with; they name this one too. */
  readonly links?: readonly CallId[]
  /** What the agent takes from this call, in their own words. */
  readonly learning?: string
  /** Wall clock, ms since 1970. */
  readonly createdAt: number
  readonly updatedAt: number
}

/** The way through one call, named by parts of the playbook version it was handled with. */
export interface Handling {
  readonly playbook: { readonly id: string; readonly version: string }
  readonly kind: string | null
  readonly triggers: readonly string[]
  readonly steps: Readonly<Record<string, StepEntry>>
  readonly ladder: readonly LadderEntry[]
  readonly partingApprovedBy: string | null
  readonly outcome: Outcome
  /** Absent where no transfer was begun, and in notes older than it. */
  readonly transfer?: TransferRecord
}

/** From this hardness on a call counts as hard. */
export const hardFrom = 3

/** A call as it is kept: how it last stood, whatever became of the note. */
export type CallRecord = Call
