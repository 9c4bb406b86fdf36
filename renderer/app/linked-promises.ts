import type { CallId } from '../../shared/call/call.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { type CallbackFact, lastCall } from '../../shared/callbacks/callback-transitions.ts'
import type { CallbackStore } from '../callbacks/callback-store.ts'

interface LinkingParts {
  readonly store: Pick<CallbackStore, 'keptSince' | 'madeIn'>
  told(id: CallbackId, fact: CallbackFact): Promise<unknown>
}

/** A promise that is kept later than this is not looked for. */
const monthMs = 31 * 24 * 60 * 60_000

/** Joins the promise that a call kept to those made in it, whichever is known first: each names the other. */
export function promiseLinks({ store, told }: LinkingParts): (callId: CallId) => Promise<void> {
  return async (callId) => {
    const made = await store.madeIn(callId)
    if (!made.ok || made.value.length === 0) return
    const found = await store.keptSince(Date.now() - monthMs)
    const kept = found.ok ? found.value.find((callback) => lastCall(callback) === callId) : undefined
    if (kept === undefined) return
    for (const { id } of made.value) {
      if (id === kept.id) continue
      await told(kept.id, { type: 'promisedAgain', callbackId: id })
      await told(id, { type: 'promisedAfter', callbackId: kept.id })
    }
  }
}
