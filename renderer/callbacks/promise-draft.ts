import type { CallId } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'

/** What an agent settled with somebody, before it is a callback. */
export interface PromiseDraft
  extends Pick<Callback, 'kind' | 'person' | 'reason' | 'topic' | 'promised' | 'priority' | 'keeper' | 'notes' | 'practice'> {
  readonly callId: CallId | null
  readonly time: PromisedTime
  /** Null exactly when `keeper` is `me`. */
  readonly deputy: Pick<Colleague, 'id' | 'name'> | null
}
