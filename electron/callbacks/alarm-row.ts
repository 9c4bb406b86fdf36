import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { type Alarm, type ArmedCallback, armedCallback } from '../../shared/callbacks/alarm.ts'
import { longestSnooze } from '../../shared/callbacks/snooze-minutes.ts'
import { pointBy, pointTime, type RingPoint, stageAt } from './ring-points.ts'

/** An armed callback, and how far its ringing has come. */
export interface AlarmRow extends Omit<Alarm, 'callbackId' | 'at'> {
  readonly callback: ArmedCallback
  /** Points that rang, in the order they did: each rings once, wherever the clock is put. */
  readonly claimed: readonly RingPoint[]
}

export const alarmRow = z.strictObject({
  callback: armedCallback,
  ringsAt: z.number(),
  stage: z.enum(['waiting', 'lead', 'due', 'overdue']).default('waiting'),
  snoozedUntil: z.number().nullable().default(null),
  whileAway: z.boolean().default(false),
  handedOverAt: z.number().nullable().default(null),
  claimed: z.array(z.number()).default([]),
}) satisfies z.ZodType<AlarmRow>

/** The row as it is kept: nearly all have not rung yet, and say no more than what is not the default above. */
export function keptRow(row: AlarmRow): z.input<typeof alarmRow> {
  const { callback, ringsAt, stage, snoozedUntil, handedOverAt, claimed } = row
  const isFresh = stage === 'waiting' && snoozedUntil === null && handedOverAt === null && claimed.length === 0
  return isFresh ? { callback, ringsAt } : { ...row, claimed: [...claimed] }
}

/** A day of ringing: a clock that is put back further may ring again. */
const claimsKept = 100

/** A callback that is new, or promised for another time; one promised within the lead time has had its warning. */
function freshRow(callback: ArmedCallback, now: number, leadMs: number): AlarmRow {
  const point = pointBy(now, callback.at, leadMs)
  const claimed = point === 0 ? [0] : []
  const ringsAt = nextTime({ callback, claimed }, now, leadMs)
  const row = { callback, stage: 'waiting', ringsAt, snoozedUntil: null, whileAway: false, handedOverAt: null, claimed } as const
  if (point < 0 || (callback.snoozedUntil ?? 0) <= now) return row
  return quietByRecord({ ...row, stage: stageAt(point), claimed: [point] }, now, leadMs)
}

/** The row with the snooze that its record says: one that was put back, or taken back. */
function quietByRecord(row: AlarmRow, now: number, leadMs: number): AlarmRow {
  const { snoozedUntil = 0 } = row.callback
  return snoozedUntil > now ? snoozed(row, snoozedUntil) : rescheduled({ ...row, snoozedUntil: null }, now, leadMs)
}

/** The row after the window armed the callback again; the same row when that changes nothing. */
export function rearmed(row: AlarmRow | undefined, callback: ArmedCallback, now: number, leadMs: number): AlarmRow {
  if (row === undefined) return freshRow(callback, now, leadMs)
  if (isDeepStrictEqual(row.callback, callback)) return row
  const isSameBrief = row.callback.handOver?.brief.id === callback.handOver?.brief.id
  const isSameTime = row.callback.at === callback.at
  const after = isSameTime ? { ...row, callback } : freshRow(callback, now, leadMs)
  const isSnoozeAnother = isSameTime && row.stage !== 'waiting' && row.callback.snoozedUntil !== callback.snoozedUntil
  const quiet = isSnoozeAnother ? quietByRecord(after, now, leadMs) : after
  return { ...quiet, handedOverAt: isSameBrief ? row.handedOverAt : null }
}

/**
 * The row with the time it rings next, found anew: the clock was put elsewhere, or the lead time is another.
 *
 * Put back while nothing was running, the clock would keep a snooze quiet for longer than one can be.
 */
export function rescheduled(row: AlarmRow, now: number, leadMs: number): AlarmRow {
  const snoozedUntil = row.snoozedUntil && Math.min(row.snoozedUntil, now + longestSnooze * 60_000)
  const ringsAt = snoozedUntil ?? nextTime(row, now, leadMs)
  return ringsAt === row.ringsAt ? row : { ...row, ringsAt, snoozedUntil }
}

/** The row after the clock was moved: put back, it would keep a snooze quiet for longer than was asked. */
export function movedWithClock(row: AlarmRow, byMs: number): AlarmRow {
  return row.snoozedUntil === null || byMs >= 0 ? row : { ...row, snoozedUntil: row.snoozedUntil + byMs }
}

/** An alarm that has not rung yet is not made to ring sooner; somebody who snoozes one knows that it came due meanwhile. */
export function snoozed(row: AlarmRow, until: number): AlarmRow {
  if (row.stage === 'waiting' && until <= row.ringsAt) return row
  return { ...row, snoozedUntil: until, ringsAt: until, whileAway: false }
}

/** The row after it rang: at the stage of now, and not at each that was slept through. */
export function rung(row: AlarmRow, now: number, leadMs: number): AlarmRow {
  const point = Math.max(0, pointBy(now, row.callback.at, leadMs))
  const claimed = row.claimed.includes(point) ? row.claimed : [...row.claimed, point].slice(-claimsKept)
  return rescheduled({ ...row, claimed, stage: stageAt(point), snoozedUntil: null }, now, leadMs)
}

export function alarmOf({ callback, stage, ringsAt, snoozedUntil, whileAway, handedOverAt }: AlarmRow): Alarm {
  return { callbackId: callback.id, at: callback.at, stage, ringsAt, snoozedUntil, whileAway, handedOverAt }
}

/** There is something a window has to know of it: somebody was rung for it, or its deputy has the brief. */
export function isTold({ stage, handedOverAt }: Pick<AlarmRow, 'stage' | 'handedOverAt'>): boolean {
  return stage !== 'waiting' || handedOverAt !== null
}

/** It is time to call, or past it. */
export function isDue({ stage }: Pick<AlarmRow, 'stage'>): boolean {
  return stage === 'due' || stage === 'overdue'
}

/** The point of now where it is owed, or else the next that never rang: after a clock that was put back, some of those to come have. */
function nextTime({ callback: { at }, claimed }: Pick<AlarmRow, 'callback' | 'claimed'>, now: number, leadMs: number): number {
  const present = pointBy(now, at, leadMs)
  let point = present > (claimed.at(-1) ?? -1) ? present : present + 1
  while (claimed.includes(point) || (point === 0 && leadMs === 0)) point += 1
  return pointTime(point, at, leadMs)
}
