import type { Call } from './call.ts'
import type { CallEventType } from './call-report.ts'

/** A report that moved a call: its name, and the call as it now is. The same value reaches the checklist machine. */
export interface CallEvent {
  readonly type: CallEventType
  readonly call: Call
}
