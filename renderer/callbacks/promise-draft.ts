import type { CallId } from '../../shared/call/call.ts'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
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

export function callbackFrom(draft: PromiseDraft, now: number, id: CallbackId = crypto.randomUUID()): Callback {
  const { time, deputy, ...said } = draft
  return {
    ...said,
    id,
    due: time,
    promisedFor: time,
    deputy: deputy && { id: deputy.id, name: deputy.name, briefId: crypto.randomUUID() },
    state: 'pending',
    history: [{ at: now, type: 'made' }],
    createdAt: now,
    updatedAt: now,
  }
}

/** The callback with some of it said anew; its times move only by being told of. Another deputy gets a brief of their own. */
export function edited(callback: Callback, part: Partial<PromiseDraft>, now: number): Callback {
  const { time: _, deputy, ...said } = part
  const next = { ...callback, ...said, updatedAt: now }
  if (deputy === undefined) return next.keeper === 'me' ? { ...next, deputy: null } : next
  if (deputy === null || next.keeper === 'me') return { ...next, deputy: null }
  const { id, name } = deputy
  return {
    ...next,
    deputy: callback.deputy?.id === id ? { ...callback.deputy, name } : { id, name, briefId: crypto.randomUUID() },
  }
}
