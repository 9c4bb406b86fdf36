import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import type { CompanionBridge, RequestChannel, Requests } from '../../shared/contract.ts'
import type { Readable } from '../../shared/readable.ts'
import { failed } from '../../shared/result.ts'
import type { CompanionSilent } from '../callbacks/callbacks.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import { words } from '../words/words.ts'
import { armedFrom } from './armed-callback.ts'
import { inTurn } from './in-turn.ts'
import type { Mirror } from './steadyline.ts'

export interface AlarmErrands {
  ask<Channel extends RequestChannel>(
    channel: Channel,
    payload: Requests[Channel]['payload'],
  ): Promise<Requests[Channel]['answer'] | { readonly ok: false; readonly failure: CompanionSilent }>
  /** Main rings by this state of it from now on. */
  ringBy(callback: Callback): Promise<void>
  clear(id: CallbackId): Promise<void>
  /** Main has these and no others; they are read when it is their turn. */
  arm(open: () => Promise<readonly Callback[] | null>): Promise<void>
}

/** Tells main by what to ring, one thing after the other: one told late would undo a newer one. */
export function alarmErrands(companion: CompanionBridge, mirror: Readable<Mirror>): AlarmErrands {
  const next = inTurn()

  const ask: AlarmErrands['ask'] = (channel, payload) =>
    companion.request(channel, payload).catch(() => failed({ kind: 'companion.silent' as const }))

  function armed(callback: Callback) {
    const saying = {
      now: Date.now(),
      locale: words.language,
      ownZone: ownZone(),
    }
    return armedFrom(callback, mirror.get().settings, words.t, saying)
  }

  async function tell(callback: Callback): Promise<void> {
    const order = armed(callback)
    if (order === null) await ask('alarm.clear', { callbackId: callback.id })
    else await ask('alarm.set', order)
  }

  return {
    ask,
    ringBy: (callback) => next(() => tell(callback)),
    clear: (callbackId) =>
      next(async () => {
        await ask('alarm.clear', { callbackId })
      }),
    arm: (open) =>
      next(async () => {
        const callbacks = await open()
        if (callbacks === null) return
        const orders = callbacks.flatMap((callback) => armed(callback) ?? [])
        const given = await ask('alarms.arm', orders)
        const isRefused = !given.ok && given.failure.kind === 'companion.silent' && mirror.get().link === 'up'
        // One that main cannot read must not silence the others.
        if (isRefused) for (const order of orders) await ask('alarm.set', order)
      }),
  }
}
