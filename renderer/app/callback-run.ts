import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { callbackAfter } from '../../shared/callbacks/callback-transitions.ts'
import type { CompanionBridge, RequestChannel, Requests } from '../../shared/contract.ts'
import type { Readable } from '../../shared/readable.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { Callbacks, CompanionSilent } from '../callbacks/callbacks.ts'
import { callbackFrom, edited } from '../callbacks/promise-draft.ts'
import type { StorageFailure } from '../storage/storage.ts'
import { armedFrom } from './armed-callback.ts'
import type { Mirror } from './steadyline.ts'

export interface CallbackParts extends Pick<Callbacks, 'store' | 'alarms'> {
  readonly companion: CompanionBridge
  readonly mirror: Readable<Mirror>
}

/** Keeps callbacks: first on the disk, then in main, which rings by it; what main could not be told is told at the next `rearm`. */
export function createCallbacks({ store, alarms, companion, mirror }: CallbackParts): Callbacks {
  async function ask<Channel extends RequestChannel>(
    channel: Channel,
    payload: Requests[Channel]['payload'],
  ): Promise<Requests[Channel]['answer'] | { readonly ok: false; readonly failure: CompanionSilent }> {
    return companion.request(channel, payload).catch(() => failed({ kind: 'companion.silent' as const }))
  }

  /** Main rings by this state of it from now on. */
  async function ringBy(callback: Callback): Promise<void> {
    const armed = armedFrom(callback, mirror.get())
    if (armed === null) await ask('alarm.clear', { callbackId: callback.id })
    else await ask('alarm.set', armed)
  }

  async function changed(
    id: CallbackId,
    change: (callback: Callback) => Callback,
  ): Promise<Result<Callback | undefined, StorageFailure>> {
    const kept = await store.change(id, change)
    if (!kept.ok) return kept
    if (kept.value === undefined) return success(undefined)
    const { before, after } = kept.value
    if (after !== before) await ringBy(after)
    return success(after)
  }

  return {
    store,
    alarms,
    async promise(draft) {
      const callback = callbackFrom(draft, Date.now())
      const kept = await store.keep([callback])
      if (!kept.ok) return kept
      await ringBy(callback)
      return success(callback)
    },
    told: (id, fact) => changed(id, (callback) => callbackAfter(callback, fact, Date.now())),
    edit: (id, part) => changed(id, (callback) => edited(callback, part, Date.now())),
    async putBack(callback) {
      const kept = await store.keep([callback])
      if (kept.ok) await ringBy(callback)
      return kept
    },
    async adopt(callbacks) {
      const kept = await store.keep(callbacks)
      if (kept.ok) for (const callback of callbacks) await ringBy(callback)
      return kept
    },
    async call(id, through) {
      const found = await store.find(id)
      const number = (found.ok ? found.value?.person.number : undefined) ?? ''
      return ask('call.dial', { number, through })
    },
    snooze: (callbackId, minutes) => ask('alarm.snooze', { callbackId, minutes }),
    async handOver(callbackId) {
      const sent = await ask('alarm.handOver', { callbackId })
      return sent.ok ? success(null) : sent
    },
  }
}
