import type { CallId } from '../call/call.ts'

/** Minutes somebody took for themselves; private, and never part of an export for a supervisor. */
export interface Break {
  /** A UUID. */
  readonly id: string
  /** Wall clock, ms since 1970. */
  readonly startedAt: number
  /** Null while it lasts. */
  readonly endedAt: number | null
  /** The call it was taken after. */
  readonly callId: CallId | null
}
