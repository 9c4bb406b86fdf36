import type { Alarm } from '../../shared/callbacks/alarm.ts'
import { type Callback, type CallbackId, isOpen } from '../../shared/callbacks/callback.ts'
import type { CallbackFact } from '../../shared/callbacks/callback-transitions.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { withFreshRules } from '../callbacks/with-fresh-rules.ts'
import type { AlarmErrands } from './alarm-errands.ts'
import type { CallbackParts } from './callback-parts.ts'

interface NewsParts extends Pick<CallbackParts, 'store' | 'alarms' | 'briefs'> {
  readonly errands: AlarmErrands
  told(id: CallbackId, fact: CallbackFact, at?: number): Promise<unknown>
}

export interface CallbackNews {
  rearm(): Promise<void>
  caughtUp(): Promise<void>
  alarmChanged(id: CallbackId): Promise<void>
  briefChanged(record: BriefRecord): Promise<void>
}

/** A snooze that the window was gone before it had in the record; a call that is under way is quiet without one. */
function untoldSnooze({ state, history }: Callback, { snoozedUntil }: Alarm): number | null {
  const isTold = history.some((entry) => entry.type === 'snoozed' && entry.until === snoozedUntil)
  return state === 'pending' && !isTold ? snoozedUntil : null
}

/** Takes what main and the deputy say of callbacks to their record. */
export function callbackNews({ store, alarms, briefs, errands, told }: NewsParts): CallbackNews {
  /** Everything open by the zone rules of now. */
  async function openByFreshRules(): Promise<readonly Callback[] | null> {
    const open = await store.open()
    if (!open.ok) return null
    const fresh = open.value.map((callback) => withFreshRules(callback, Date.now()))
    const changed = fresh.filter((callback, index) => callback !== open.value[index])
    if (changed.length > 0)
      await store.refresh(
        changed.map(({ id }) => id),
        (callback) => withFreshRules(callback, Date.now()),
      )
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
    if (stage !== 'accepted' && stage !== 'declined') return
    const found = await store.withBrief(brief.id)
    if (!found.ok || found.value === undefined) return
    if (stage === 'accepted') await told(found.value.id, { type: 'deputyAccepted' }, stageAt)
    else await told(found.value.id, { type: 'deputyDeclined', reason }, stageAt)
  }

  /** What a deputy answered in the moment the last window closed. */
  async function hearDeputies(): Promise<void> {
    const open = await store.open()
    for (const { deputy } of open.ok ? open.value : []) {
      if (deputy === null) continue
      const record = await briefs.find(deputy.briefId)
      if (record.ok && record.value) await briefChanged(record.value)
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
