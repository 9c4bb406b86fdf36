import type { CallId } from '../../shared/call/call.ts'
import { success } from '../../shared/result.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import { isTakenBack, isWithDeputy, withFreshBrief } from '../callbacks/deputy-asked.ts'
import { callbackFrom, edited } from '../callbacks/promise-draft.ts'
import { undone } from '../callbacks/undone.ts'
import { withFreshRules } from '../callbacks/with-fresh-rules.ts'
import type { AlarmErrands } from './alarm-errands.ts'
import { callOut } from './call-out.ts'
import type { Change } from './callback-parts.ts'
import type { PromisedCalls } from './promised-calls.ts'

export type CallbackOrders = Omit<Callbacks, 'store' | 'alarms' | 'soonest' | 'unwritten' | 'told'>

interface OrderParts extends Pick<Callbacks, 'store' | 'told'>, Pick<PromisedCalls, 'expect'> {
  readonly errands: AlarmErrands
  readonly change: Change
  /** Joins a promise to the one its call kept. */
  link(call: CallId): Promise<unknown>
  rearm(): Promise<void>
}

/** What an agent may order about callbacks: first on the disk, then in main. */
export function callbackOrders({ store, errands, change, link, told, expect, rearm }: OrderParts): CallbackOrders {
  return {
    async promise(draft, id) {
      const known = id === undefined ? success(undefined) : await store.find(id)
      if (!known.ok) return known
      if (known.value) return success(known.value)
      const now = Date.now()
      const callback = withFreshRules(callbackFrom(draft, now, id), now)
      const kept = await store.keep([callback])
      if (!kept.ok) return kept
      await errands.ringBy(callback)
      if (callback.callId !== null) await link(callback.callId)
      return success(callback)
    },
    edit: (id, part) => change(id, (callback) => edited(callback, part, Date.now())),
    async putBack(before, after) {
      const asked = isTakenBack(before, after) ? withFreshBrief(before) : before
      let isUndone = false
      const kept = await change(after.id, (callback) => {
        const back = undone(callback, { before: asked, after }, Date.now())
        isUndone = back !== callback
        return back
      })
      return kept.ok && !isUndone ? success(undefined) : kept
    },
    async adopt(callbacks) {
      const known = await store.agenda.known(callbacks.map(({ id }) => id))
      if (!known.ok) return known
      const kept = await store.keep(callbacks)
      if (!kept.ok) return kept
      for (const callback of callbacks) {
        const before = known.value.get(callback.id)
        if (before) await errands.withdraw(before, callback)
      }
      await rearm()
      return kept
    },
    async disown(taken, before) {
      const askedAnew = new Map(before)
      for (const callback of taken) {
        const known = before.get(callback.id)
        if (known && isTakenBack(known, callback)) askedAnew.set(known.id, withFreshBrief(known))
      }
      const back = await store.takeBack(taken, askedAnew)
      if (back.ok) await rearm()
      return back
    },
    async call(id, through) {
      const found = await store.find(id)
      const callback = found.ok ? found.value : undefined
      const number = callback?.person.number ?? ''
      const forget = expect(id)
      const way = callback?.practice && through === 'dialer' ? 'practice' : through
      const dialled = await callOut({ number, through: way }, (order) => errands.ask('call.dial', order))
      if (!dialled.ok) forget()
      return dialled
    },
    async snooze(callbackId, minutes) {
      const snoozed = await errands.ask('alarm.snooze', { callbackId, minutes })
      const until = snoozed.ok ? snoozed.value.snoozedUntil : null
      if (until !== null) await told(callbackId, { type: 'snoozed', until })
      return snoozed
    },
    async handOver(callbackId) {
      await change(callbackId, (callback) => (isWithDeputy(callback) ? callback : withFreshBrief(callback)))
      const sent = await errands.ask('alarm.handOver', { callbackId })
      return sent.ok ? success(null) : sent
    },
  }
}
