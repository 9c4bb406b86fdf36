import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import type { Saying } from './said-time.ts'

/** A day of the reader's own calendar. */
export interface WeekDay {
  /** ISO 8601, such as `2026-11-27`. */
  readonly date: string
  /** Its first instant and the first of the next day, ms since 1970: 23, 24 or 25 hours apart, or nearly so. */
  readonly from: number
  readonly to: number
}

/** The days, from a Monday, of the week that holds an instant; `weeks` later or earlier. */
export function weekDays(now: number, weeks: number, zone: string): readonly WeekDay[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const monday = today.add({ days: 1 - today.dayOfWeek + weeks * 7 })
  const startOf = (days: number) => monday.add({ days }).toZonedDateTime(zone).epochMilliseconds
  return Array.from({ length: 7 }, (_, day) => ({
    date: monday.add({ days: day }).toString(),
    from: startOf(day),
    to: startOf(day + 1),
  }))
}

export function hourOf(at: number, zone: string): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).hour
}

/** From when to when a week is drawn: calling hours, and whatever is promised outside of them. */
export function hoursShown(
  callbacks: readonly Callback[],
  { callFrom, callTo }: { readonly callFrom: string; readonly callTo: string },
  zone: string,
): readonly number[] {
  const hours = callbacks.map(({ due }) => hourOf(due.at, zone))
  const isOverMidnight = callTo < callFrom
  const first = Math.min(isOverMidnight ? 0 : hourIn(callFrom), ...hours)
  const lastCallable = callTo.endsWith(':00') ? hourIn(callTo) - 1 : hourIn(callTo)
  const last = Math.max(isOverMidnight ? 23 : lastCallable, ...hours, first)
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

function hourIn(clock: string): number {
  return Number(clock.slice(0, 2))
}

/** The hour to begin to read at: the present one in the present week, or else that of the first call that is open. */
export function firstHour(
  days: readonly WeekDay[],
  callbacks: readonly Callback[],
  { now, ownZone }: Pick<Saying, 'now' | 'ownZone'>,
): number | null {
  if (days.some(({ from, to }) => now >= from && now < to)) return hourOf(now, ownZone)
  const first = callbacks.find(isOpen)
  return first ? hourOf(first.due.at, ownZone) : null
}

export function dayText(date: string, locale: string, style: 'short' | 'long'): string {
  const look = { timeZone: 'UTC', weekday: style, day: 'numeric', month: style } as const
  return new Intl.DateTimeFormat(locale, look).format(Date.parse(date))
}

export function weekdayText(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(Date.parse(date))
}

export function hourText(hour: number, locale: string): string {
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', timeStyle: 'short' }).format(hour * 3_600_000)
}
