import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { promisedAt, type Resolved, resolve } from './wall-time.ts'

const minuteMs = 60_000

/** So many minutes after it is due, or after now when it is overdue; on a full minute, in the zone it was promised in. */
export function laterBy(time: PromisedTime, minutes: number, now: number): PromisedTime {
  const from = Math.ceil(Math.max(time.at, now) / minuteMs) * minuteMs
  return promisedAt(from + minutes * minuteMs, time.zone)
}

/** The same time of day on the day after it is due, or after today when that is later. */
export function tomorrowSameTime(time: PromisedTime, now: number): PromisedTime {
  const due = Temporal.PlainDateTime.from(time.wall)
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(time.zone).toPlainDate()
  const from = Temporal.PlainDate.compare(due.toPlainDate(), today) < 0 ? today : due.toPlainDate()
  return nearest(resolve(from.add({ days: 1 }).toPlainDateTime(due.toPlainTime()).toString(), time.zone))
}

/** So many days after today, at the time of day that an instant was. */
export function inDays(at: number, days: number, now: number, zone: string): PromisedTime {
  const clock = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainTime()
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  return nearest(resolve(today.add({ days }).toPlainDateTime(clock).toString(), zone))
}

export interface TimeOnDay {
  readonly time: PromisedTime
  /** What the reader's clocks do at the moment that was asked for, where that moment is not the only one. */
  readonly clocks: Resolved['kind']
}

/** The same moment of the day, or of another hour, on a day of the reader's calendar. */
export function onDay(time: PromisedTime, day: string, hour: number | null, ownZone: string): TimeOnDay {
  const before = Temporal.Instant.fromEpochMilliseconds(time.at).toZonedDateTimeISO(ownZone).toPlainDateTime()
  const clock = before.toPlainTime()
  const after = Temporal.PlainDate.from(day).toPlainDateTime(hour === null ? clock : clock.with({ hour }))
  if (after.equals(before)) return { time, clocks: 'only' }
  const resolved = resolve(after.toString(), ownZone)
  return { time: promisedAt(nearest(resolved).at, time.zone), clocks: resolved.kind }
}

/** Of a time that comes twice the first, of one that is skipped the first real one after it. */
export function nearest(resolved: Resolved): PromisedTime {
  switch (resolved.kind) {
    case 'only':
      return resolved.time
    case 'overlap':
      return resolved.first
    case 'gap':
      return resolved.after
  }
}
