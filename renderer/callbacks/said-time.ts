import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { dateTimeFormat } from '../words/times.ts'
import { placeName } from './place-name.ts'

export interface Saying {
  /** Wall clock, ms since 1970. */
  readonly now: number
  readonly locale: string
  /** Where the agent is. */
  readonly ownZone: string
}

/** What a promise is said by. */
export type Said = Pick<PromisedTime, 'wall' | 'zone' | 'at'>

/** A promise as short as a list needs it, on the clock it was promised by: `Today 15:00`, `Fri 10:30`, `27 Nov 15:00 (Tallinn)`. */
export function saidTime(time: Said, saying: Saying): string {
  const said = dayAndClock(time.wall, saying)
  return time.wall === wallIn(saying.ownZone, time.at) ? said : `${said} (${placeName(time.zone)})`
}

/** The same on the agent's own clock. */
export function saidHere({ at }: Pick<Said, 'at'>, saying: Saying): string {
  return dayAndClock(wallIn(saying.ownZone, at), saying)
}

/** The same in words that stay true until then: `15:00` for today, and `Mon 15:00`, never `Tomorrow 15:00`. */
export function saidLater(time: Said, saying: Saying): string {
  const isToday = time.wall.slice(0, 10) === wallIn(saying.ownZone, saying.now).slice(0, 10)
  const clock = clockOf(time.wall, saying.locale)
  const said = isToday ? clock : `${fartherDay(time.wall, saying)} ${clock}`
  return time.wall === wallIn(saying.ownZone, time.at) ? said : `${said} (${placeName(time.zone)})`
}

/** Hours and minutes alone, as the locale writes them. */
export function clockOf(wall: string, locale: string): string {
  return dateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).format(utc(wall))
}

/** A wall time like `2026-11-27T10:30` of an instant. */
export function wallIn(zone: string, at: number): string {
  const format = dateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone })
  return format.format(at).replace(' ', 'T')
}

/** Today, tomorrow or yesterday in the locale's words, with a capital; null for every other day. */
export function nearDay(wall: string, { now, locale, ownZone }: Saying): string | null {
  const days = daysAhead(wall, wallIn(ownZone, now))
  if (Math.abs(days) > 1) return null
  const word = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1)
}

function dayAndClock(wall: string, saying: Saying): string {
  return `${nearDay(wall, saying) ?? fartherDay(wall, saying)} ${clockOf(wall, saying.locale)}`
}

function fartherDay(wall: string, { now, locale, ownZone }: Saying): string {
  const today = wallIn(ownZone, now)
  const days = daysAhead(wall, today)
  const look = { timeZone: 'UTC' } as const
  if (days > 0 && days < 7) return dateTimeFormat(locale, { weekday: 'short', ...look }).format(utc(wall))
  const year = wall.slice(0, 4) === today.slice(0, 4) ? {} : ({ year: 'numeric' } as const)
  return dateTimeFormat(locale, { day: 'numeric', month: 'short', ...year, ...look }).format(utc(wall))
}

function daysAhead(wall: string, today: string): number {
  return Math.round((Date.parse(wall.slice(0, 10)) - Date.parse(today.slice(0, 10))) / 86_400_000)
}

/** The wall time as if it were in UTC, to be formatted there: no zone's rules touch it. */
function utc(wall: string): number {
  return Date.parse(`${wall}Z`)
}
