import type { Alarm } from '../../shared/callbacks/alarm.ts'
import { type Callback, type CallbackId, isOpen } from '../../shared/callbacks/callback.ts'
import type { CallbackFact } from '../../shared/callbacks/callback-transitions.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { withFreshRules } from '../callbacks/with-fresh-rules.ts'
import { givingWay } from '../storage/giving-way.ts'
import type { AlarmErrands } from './alarm-errands.ts'
import type { CallbackParts } from './callback-parts.ts'

interface NewsParts extends Pick<CallbackParts, 'store' | 'alarms' | 'briefs' | 'giveWay'> {
  readonly errands: AlarmErrands
  told(id: CallbackId, fact: CallbackFact, at?: number): Promise<unknown>
}

export interface CallbackNews {
  rearm(): Promise<void>
  caughtUp(): Promise<void>
  alarmChanged(id: CallbackId): Promise<void>
  briefChanged(record: BriefRecord): Promise<void>
}

/** Callbacks that are read, and put under the rules of now, before the window may get a turn. */
const atOnce = 200

/** A snooze that the window was gone before it had in the record; a call that is under way is quiet without one. */
function untoldSnooze({ state, history }: Callback, { snoozedUntil }: Alarm): number | null {
  const isTold = history.some((entry) => entry.type === 'snoozed' && entry.until === snoozedUntil)
  return state === 'pending' && !isTold ? snoozedUntil : null
}

/** Takes what main and the deputy say of callbacks to their record. */
export function callbackNews({ store, alarms, briefs, errands, told, giveWay = givingWay() }: NewsParts): CallbackNews {
  /** Everything open by the zone rules of now. */
  async function openByFreshRules(): Promise<readonly Callback[] | null> {
    const ids = await store.openIds()
    if (!ids.ok) return null
    const all: Callback[] = []
    for (let from = 0; from < ids.value.length; from += atOnce) {
      await giveWay()
      const fresh = await freshOf(ids.value.slice(from, from + atOnce))
      if (fresh === null) return null
      all.push(...fresh)
    }
    return all.toSorted((one, other) => one.due.at - other.due.at)
  }

  async function freshOf(ids: readonly CallbackId[]): Promise<readonly Callback[] | null> {
    const found = await store.agenda.known(ids)
    if (!found.ok) return null
    const open = [...found.value.values()].filter(isOpen)
    const byRules = (callback: Callback) => withFreshRules(callback, Date.now())
    const fresh = open.map(byRules)
    const changed = fresh.filter((callback, index) => callback !== open[index]).map(({ id }) => id)
    if (changed.length > 0) await store.refresh(changed, byRules)
    return fresh
  }

  async function alarmChanged(id: CallbackId): Promise<void> {
    const alarm = alarms.get().find(({ callbackId }) => callbackId === id)
    if (alarm === undefined) return
    const found = await store.find(id)
    if (!found.ok) return
    if (found.value === undefined || !isOpen(found.value)) {
      await errands.clear(id)
      return
    }
    if (alarm.handedOverAt !== null) await told(id, { type: 'briefed' }, alarm.handedOverAt)
    const until = untoldSnooze(found.value, alarm)
    if (until !== null) await told(id, { type: 'snoozed', until })
  }

  async function briefChanged({ brief, direction, stage, stageAt, reason }: BriefRecord): Promise<void> {
    if (direction !== 'sent' || brief.callback === undefined) return
    if (stage !== 'accepted' && stage !== 'declined' && stage !== 'withdrawn') return
    const found = await store.withBrief(brief.id)
    if (!found.ok || found.value === undefined) return
    const { id } = found.value
    if (stage === 'withdrawn') await told(id, { type: 'briefWithdrawn' }, stageAt)
    else if (stage === 'accepted') await told(id, { type: 'deputyAccepted' }, stageAt)
    else await told(id, { type: 'deputyDeclined', reason }, stageAt)
  }

  /** What a deputy answered, or what was taken back from one, in the moment the last window closed. */
  async function hearDeputies(): Promise<void> {
    const asked = await store.withDeputy()
    for (const { deputy, state } of asked.ok ? asked.value : []) {
      if (deputy === null) continue
      const record = await briefs.find(deputy.briefId)
      const isKnown = state === 'handedOver' && record.ok && record.value?.stage === 'accepted'
      if (record.ok && record.value && !isKnown) await briefChanged(record.value)
    }
  }

  const rearm = () => errands.arm(openByFreshRules)
  return {
    rearm,
    alarmChanged,
    briefChanged,
    async caughtUp() {
      await hearDeputies()
      await rearm()
      for (const { callbackId } of alarms.get()) await alarmChanged(callbackId)
    },
  }
}
