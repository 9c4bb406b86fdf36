import '../words/promises.ts'
import type { Call } from '../../shared/call/call.ts'
import type { CallEvent } from '../../shared/call/call-event.ts'
import { type Callback, type CallbackId, isOpen } from '../../shared/callbacks/callback.ts'
import { type CallbackFact, callbackAfter } from '../../shared/callbacks/callback-transitions.ts'
import { type Result, success } from '../../shared/result.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import { isWithDeputy, withFreshBrief } from '../callbacks/deputy-asked.ts'
import { callbackFrom, edited } from '../callbacks/promise-draft.ts'
import { withFreshRules } from '../callbacks/with-fresh-rules.ts'
import type { StorageFailure } from '../storage/storage.ts'
import { alarmErrands } from './alarm-errands.ts'
import { callOut } from './call-out.ts'
import { callbackNews } from './callback-news.ts'
import type { CallbackParts } from './callback-parts.ts'
import { promiseLinks } from './linked-promises.ts'
import { createPromisedCalls } from './promised-calls.ts'

/** Callbacks, and what has to be known outside the screens to keep them. */
export interface CallbackRun extends Omit<Callbacks, 'soonest'> {
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

export type Change = (
  id: CallbackId,
  change: (callback: Callback) => Callback,
) => Promise<Result<Callback | undefined, StorageFailure>>

/** Keeps callbacks: first on the disk, then in main, which rings by it; what main could not hear now it hears when it is back. */
export async function createCallbacks(parts: CallbackParts): Promise<CallbackRun> {
  const { store, alarms, unwritten } = parts
  const errands = alarmErrands(parts)

  /** A deputy who was told and need not call any more is told so. */
  async function tellMain(before: Callback, after: Callback): Promise<void> {
    const isTold = before.state === 'handedOver' && after.history.at(-1)?.type === 'briefWithdrawn'
    const isTakenBack = before.deputy?.briefId !== after.deputy?.briefId || (!isOpen(after) && after.state !== 'handedOver')
    if (before.deputy && isWithDeputy(before) && isTakenBack && !isTold)
      await errands.ask('brief.withdraw', { briefId: before.deputy.briefId })
    await errands.ringBy(after)
  }

  const change: Change = async (id, by) => {
    const kept = await store.change(id, (callback) => {
      const changed = by(callback)
      return changed === callback ? callback : withFreshRules(changed, Date.now())
    })
    if (!kept.ok) return kept
    if (kept.value === undefined) return success(undefined)
    const { before, after } = kept.value
    if (after !== before) await tellMain(before, after)
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

  return {
    store,
    alarms,
    unwritten,
    promiseFor: promised.promiseFor,
    happened: promised.happened,
    alarmChanged: news.alarmChanged,
    briefChanged: news.briefChanged,
    rearm: news.rearm,
    async caughtUp(calls) {
      await promised.caughtUp(calls)
      await news.caughtUp()
    },
    async promise(draft, id) {
      const known = id === undefined ? success(undefined) : await store.find(id)
      if (!known.ok) return known
      if (known.value) return success(known.value)
      const callback = callbackFrom(draft, Date.now(), id)
      const kept = await store.keep([callback])
      if (!kept.ok) return kept
      await errands.ringBy(callback)
      if (callback.callId !== null) await link(callback.callId)
      return success(callback)
    },
    told: (id, fact) => told(id, fact),
    edit: (id, part) => change(id, (callback) => edited(callback, part, Date.now())),
    async putBack(callback) {
      const back = isWithDeputy(callback) ? withFreshBrief(callback) : callback
      const kept = await store.keep([back])
      if (kept.ok) await errands.ringBy(back)
      return kept
    },
    async adopt(callbacks) {
      const kept = await store.keep(callbacks)
      if (kept.ok) await news.rearm()
      return kept
    },
    async disown(taken, before) {
      const back = await store.takeBack(taken, before)
      if (back.ok) await news.rearm()
      return back
    },
    async call(id, through) {
      const found = await store.find(id)
      const callback = found.ok ? found.value : undefined
      const number = callback?.person.number ?? ''
      const forget = promised.expect(id)
      const way = callback?.practice && through === 'dialer' ? 'practice' : through
      const dialled = await callOut({ number, through: way }, (order) => errands.ask('call.dial', order))
      if (!dialled.ok) forget()
      return dialled
    },
    async snooze(callbackId, minutes) {
      const snoozed = await errands.ask('alarm.snooze', { callbackId, minutes })
      if (snoozed.ok) await told(callbackId, { type: 'snoozed', until: snoozed.value.ringsAt })
      return snoozed
    },
    async handOver(callbackId) {
      await change(callbackId, (callback) => (isWithDeputy(callback) ? callback : withFreshBrief(callback)))
      const sent = await errands.ask('alarm.handOver', { callbackId })
      return sent.ok ? success(null) : sent
    },
  }
}
