import type { CallDirection, EndCause } from '../call/call.ts'
import type { StepEntry } from '../checklist/record.ts'
import type { AttemptResult, TransferEnding, TransferStage } from '../transfer/transfer-record.ts'

/** What an incident report says beside the record itself, in the reader's language. */
export interface ReportWords {
  readonly title: string
  readonly practice: string
  readonly call: string
  readonly caller: string
  readonly number: string
  readonly withheld: string
  readonly direction: string
  readonly directions: Readonly<Record<CallDirection, string>>
  readonly started: string
  readonly answered: string
  readonly ended: string
  readonly end: string
  readonly ends: Readonly<Record<EndCause, string>>
  readonly talked: string
  readonly held: string
  readonly zone: string
  readonly playbook: string
  readonly version: string
  readonly boundaries: string
  readonly noBoundary: string
  readonly lowered: string
  readonly outcome: string
  readonly disposition: string
  readonly kind: string
  readonly triggers: string
  readonly hardness: string
  readonly agreed: string
  readonly granted: string
  readonly approvedBy: string
  readonly followUp: string
  readonly yes: string
  readonly no: string
  readonly tags: string
  readonly parting: string
  readonly transfer: string
  readonly transferEnding: string
  readonly transferEndings: Readonly<Record<TransferEnding, string>>
  readonly transferStages: Readonly<Record<TransferStage, string>>
  readonly request: string
  readonly asked: string
  readonly askedAloud: string
  readonly attemptResults: Readonly<Record<AttemptResult, string>>
  readonly steps: string
  readonly noStep: string
  readonly marks: Readonly<Record<StepEntry['mark'], string>>
  readonly note: string
  readonly noNote: string
}
