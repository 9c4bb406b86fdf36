import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import type { RequestChannel, Requests } from '../../shared/contract.ts'
import { failed } from '../../shared/result.ts'
import type { CompanionSilent } from '../callbacks/callbacks.ts'
import { isTakenBack } from '../callbacks/deputy-asked.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import { givingWay } from '../storage/giving-way.ts'
import { words } from '../words/words.ts'
import { armedFrom } from './armed-callback.ts'
import type { CallbackParts } from './callback-parts.ts'
import { inTurn } from './in-turn.ts'
import { type AlarmOrder, unwrittenAlarms } from './unwritten-alarms.ts'

type ErrandParts = Pick<CallbackParts, 'companion' | 'mirror' | 'unwritten' | 'giveWay'>

export interface AlarmErrands {
  ask<Channel extends RequestChannel>(
    channel: Channel,
    payload: Requests[Channel]['payload'],
  ): Promise<Requests[Channel]['answer'] | { readonly ok: false; readonly failure: CompanionSilent }>
  /** Main rings by this state of it from now on. */
  ringBy(callback: Callback): Promise<void>
  clear(id: CallbackId): Promise<void>
  /** A deputy who was told and need not call any more is told so. */
  withdraw(before: Callback, after: Callback): Promise<void>
  /** Main has these and no others; what it is told while they are read goes before what was read of it. */
  arm(open: () => Promise<readonly Callback[] | null>): Promise<void>
}

/** Tells main by what to ring, one thing after the other: one told late would undo a newer one. */
export function alarmErrands({ companion, mirror, unwritten, giveWay = givingWay() }: ErrandParts): AlarmErrands {
  const next = inTurn()
  const nextList = inTurn()
  /** By id, while a list is made. */
  let toldMeanwhile: Map<CallbackId, AlarmOrder> | null = null
  const ledger = unwrittenAlarms(unwritten, (order) => void next(() => tell(order)))

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

  async function tell(order: AlarmOrder): Promise<void> {
    const { id, armed } = order
    toldMeanwhile?.set(id, order)
    ledger.heard([order], armed === null ? await ask('alarm.clear', { callbackId: id }) : await ask('alarm.set', armed))
  }

  async function tellAll(orders: readonly ArmedCallback[]): Promise<void> {
    const given = await ask('alarms.arm', orders)
    const isRefused = !given.ok && given.failure.kind === 'companion.silent' && mirror.get().link === 'up'
    const told = orders.map((armed) => ({ id: armed.id, armed }))
    // One that main cannot read must not silence the others.
    if (isRefused) for (const order of told) await tell(order)
    else ledger.heard(told, given)
  }

  /** Thousands take seconds, which nobody who has something to tell should have to wait. */
  async function readAll(open: () => Promise<readonly Callback[] | null>): Promise<Map<CallbackId, AlarmOrder> | null> {
    const callbacks = await open()
    if (callbacks === null) return null
    const orders = new Map<CallbackId, AlarmOrder>()
    for (const callback of callbacks) {
      await giveWay()
      orders.set(callback.id, { id: callback.id, armed: await armed(callback) })
    }
    return orders
  }

  return {
    ask,
    ringBy: (callback) => next(async () => tell({ id: callback.id, armed: await armed(callback) })),
    clear: (id) => next(() => tell({ id, armed: null })),
    async withdraw(before, after) {
      const isTold = before.state === 'handedOver' && after.history.at(-1)?.type === 'briefWithdrawn'
      if (before.deputy && isTakenBack(before, after) && !isTold) await ask('brief.withdraw', { briefId: before.deputy.briefId })
    },
    arm: (open) =>
      nextList(async () => {
        toldMeanwhile = new Map()
        const orders = await readAll(open)
        await next(async () => {
          const newer = toldMeanwhile ?? []
          toldMeanwhile = null
          if (orders !== null) await tellAll([...new Map([...orders, ...newer]).values()].flatMap(({ armed }) => armed ?? []))
        })
      }),
  }
}
