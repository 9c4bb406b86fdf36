import type { Alarm, ArmedCallback } from '../../shared/callbacks/alarm.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { AlarmFailure } from '../../shared/contract.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'
import { systemTimers, type Timers } from '../timers.ts'
import { type AlarmBookParts, openAlarmBook } from './alarm-book.ts'
import { type AlarmRow, alarmOf, isTold, rearmed, snoozed } from './alarm-row.ts'
import { systemZone, watchClock } from './clock-watch.ts'
import { createHandOver, type HandOverParts } from './hand-over.ts'
import { createRinger, type RingerListener } from './ringer.ts'

export interface AlarmListener extends RingerListener {
  /** Null when there is nothing to tell of it any more. */
  changed(callbackId: CallbackId, alarm: Alarm | null): void
  /** Clock or zone are others now. */
  clockJumped(): void
}

export interface AlarmParts extends AlarmBookParts, Pick<HandOverParts, 'clock' | 'send'> {
  readonly listener: AlarmListener
  settings(): Pick<Settings['callbacks'], 'leadMinutes'>
  readonly timers?: Timers
  readonly zone?: () => string
}

/** Rings for every promised call, whether a window is there or not. */
export interface AlarmOffice {
  /** Rings for what came due while nothing was running, and from then on for everything on time. */
  start(): void
  /** Alarms that ring or have rung, or whose deputy has the brief; the earliest first. */
  ringing(): readonly Alarm[]
  /** Somebody waits for a call, now or later. */
  isAnyArmed(): boolean
  arm(callbacks: readonly ArmedCallback[]): Promise<Result<null, AlarmFailure>>
  set(callback: ArmedCallback): Promise<Result<null, AlarmFailure>>
  clear(id: CallbackId): Promise<Result<null, AlarmFailure>>
  /** They are nowhere in its file any more; rejects when that could not be written. */
  forget(ids: readonly CallbackId[]): Promise<void>
  snooze(id: CallbackId, minutes: number): Promise<Result<Alarm, AlarmFailure>>
  handOver(id: CallbackId): Promise<Result<BriefRecord, AlarmFailure | BriefFailure>>
  /** The lead time may be another. */
  settingsChanged(): void
  /** The machine woke, or the like. */
  clockMayHaveJumped(): void
  /** Resolves when all that is under way is on the disk. */
  stop(): Promise<void>
}

const minute = 60_000

/** Opens the alarms of `<dataDir>`; nothing rings before `start`. */
export async function openAlarms(parts: AlarmParts): Promise<AlarmOffice> {
  const { clock, listener, settings, timers = systemTimers, zone = systemZone } = parts
  const book = await openAlarmBook(parts)
  const leadMs = () => settings().leadMinutes * minute
  const handOver = createHandOver({ ...parts, book, changed: tell })
  const ringer = createRinger({ book, listener, handOver, leadMs, changed: tell, openedAt: now() })
  const watch = watchClock({
    ...{ clock, timers, zone },
    look: ringer.look,
    jumped(byMs) {
      ringer.reschedule(now(), byMs)
      listener.clockJumped()
    },
  })
  let isStarted = false

  function now(): number {
    return clock.now().wall
  }

  function tell(row: AlarmRow): void {
    listener.changed(row.callback.id, isTold(row) ? alarmOf(row) : null)
  }

  function lookAgain(): void {
    if (isStarted) watch.look()
  }

  function put(callback: ArmedCallback): void {
    const before = book.find(callback.id)
    const after = rearmed(before, callback, now(), leadMs())
    if (after === before) return
    book.put(after)
    if ((before && isTold(before)) || isTold(after)) tell(after)
  }

  function remove(id: CallbackId): void {
    const row = book.find(id)
    book.remove(id)
    if (row && isTold(row)) listener.changed(id, null)
  }

  return {
    start() {
      ringer.reschedule(now(), 0)
      isStarted = true
      watch.look()
    },
    ringing: () =>
      [...book.rows()]
        .filter(isTold)
        .map(alarmOf)
        .sort((one, other) => one.at - other.at),
    isAnyArmed: () => !book.rows().next().done,
    arm(callbacks) {
      const armed = new Set(callbacks.map(({ id }) => id))
      for (const { callback } of [...book.rows()]) if (!armed.has(callback.id)) remove(callback.id)
      for (const callback of callbacks) put(callback)
      lookAgain()
      return book.keep()
    },
    set(callback) {
      put(callback)
      lookAgain()
      return book.keep()
    },
    clear(id) {
      remove(id)
      return book.keep()
    },
    forget(ids) {
      for (const id of ids) remove(id)
      return book.tidy()
    },
    async snooze(id, minutes) {
      const row = book.find(id)
      if (!row) return failed({ kind: 'alarm.unknown' })
      const after = snoozed(row, now() + minutes * minute)
      book.put(after)
      const kept = await book.keep()
      if (isTold(after) && book.find(id) === after) tell(after)
      return kept.ok ? success(alarmOf(after)) : kept
    },
    handOver: handOver.toDeputy,
    settingsChanged() {
      ringer.reschedule(now(), 0)
      lookAgain()
    },
    clockMayHaveJumped: () => watch.suspectJump(),
    async stop() {
      watch.stop()
      await ringer.stop()
      await book.close()
    },
  }
}
