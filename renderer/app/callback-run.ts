import '../words/promises.ts'
import type { Call } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { type CallbackFact, callbackAfter } from '../../shared/callbacks/callback-transitions.ts'
import { success } from '../../shared/result.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import { withFreshBrief } from '../callbacks/deputy-asked.ts'
import { withFreshRules } from '../callbacks/with-fresh-rules.ts'
import { alarmErrands } from './alarm-errands.ts'
import { alarmSettings } from './armed-callback.ts'
import { callbackNews } from './callback-news.ts'
import type { CallbackOrders } from './callback-orders.ts'
import type { CallbackParts, Change } from './callback-parts.ts'
import { promiseLinks } from './linked-promises.ts'
import { createPromisedCalls } from './promised-calls.ts'

/** Callbacks, and what has to be known outside the screens to keep them. */
export interface CallbackRun extends Pick<Callbacks, 'told'> {
  /** What an agent orders comes with the first order: to keep what is promised takes none of it. */
  orders(): Promise<CallbackOrders>
  /** The companion has been heard, and has these calls: it rings by all there are, by the zone rules of now. */
  caughtUp(calls: readonly Call[]): Promise<void>
  happened(event: CallEvent): Promise<void>
  alarmChanged(id: CallbackId): Promise<void>
  briefChanged(record: BriefRecord): Promise<void>
  /** Clock, zone or zone rules may be others now. */
  rearm(): Promise<void>
  /** The open promise this call is about or may be about. */
  promiseFor(call: Call): { readonly callback: Callback; readonly isKeptByIt: boolean } | null
}

/** Keeps callbacks: first on the disk, then in main, which rings by it; what main could not hear now it hears when it is back. */
export async function createCallbacks(parts: CallbackParts): Promise<CallbackRun> {
  const { store, mirror } = parts
  const errands = alarmErrands(parts)

  const change: Change = async (id, by) => {
    const kept = await store.change(id, (callback) => {
      const changed = by(callback)
      return changed === callback ? callback : withFreshRules(changed, Date.now())
    })
    if (!kept.ok) return kept
    if (kept.value === undefined) return success(undefined)
    const { before, after } = kept.value
    if (after !== before) {
      await errands.withdraw(before, after)
      await errands.ringBy(after)
    }
    return success(after)
  }

  function record(id: CallbackId, fact: CallbackFact, at = Date.now()): ReturnType<Change> {
    return change(id, (before) => {
      const after = callbackAfter(before, fact, at)
      const isNewPromise = after !== before && (fact.type === 'renegotiated' || fact.type === 'reopened')
      return isNewPromise ? withFreshBrief(after) : after
    })
  }

  const link = promiseLinks({ store, told: record })

  async function told(id: CallbackId, fact: CallbackFact, at?: number): ReturnType<Change> {
    const recorded = await record(id, fact, at)
    if (recorded.ok && fact.type === 'reached') await link(fact.callId)
    return recorded
  }

  const promised = await createPromisedCalls({ ...parts, told })
  const news = callbackNews({ ...parts, errands, told })
  const settingsNow = () => alarmSettings(mirror.get().settings)
  let armedBy = settingsNow()

  mirror.subscribe(() => {
    const before = armedBy
    armedBy = settingsNow()
    if (armedBy !== before) void news.rearm()
  })

  return {
    async orders() {
      const { callbackOrders } = await import('./callback-orders.ts')
      return callbackOrders({ store, errands, change, link, told, expect: promised.expect, rearm: news.rearm })
    },
    told,
    promiseFor: promised.promiseFor,
    happened: promised.happened,
    alarmChanged: news.alarmChanged,
    briefChanged: news.briefChanged,
    rearm: news.rearm,
    async caughtUp(calls) {
      await promised.caughtUp(calls)
      await news.caughtUp()
    },
  }
}
