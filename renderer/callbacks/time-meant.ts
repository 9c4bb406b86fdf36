import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { type CallingHours, isCallable } from './calling-hours.ts'
import { resolve } from './wall-time.ts'
import type { ClockRead, DayRead, WordsRead } from './words-of-time.ts'

export interface TimeContext {
  /** Wall clock, ms since 1970. */
  readonly now: number
  readonly ownZone: string
  /** Where the person may be, the likeliest first; several when it has to be asked. */
  readonly theirZones: readonly string[]
  readonly hours: CallingHours
  /** As Americans write a date: 11/12 is in November. */
  readonly monthFirst: boolean
}

export type TimeQuestion =
  /** The clocks are put forward over it, or back over it. */
  | 'gap'
  | 'overlap'
  | 'zone'
  /** Morning or afternoon. */
  | 'half'
  /** The date is another day of the week. */
  | 'weekday'
  /** More than one time was said. */
  | 'several'
  /** Some of the words were not read, and may say otherwise. */
  | 'unread'
  /** It is over; the same clock on another day is offered. */
  | 'past'

/** The one time that is meant, or a question with the times it is about; null when no time of day was said. */
export type Answer =
  | { readonly about: TimeQuestion; readonly choices: readonly PromisedTime[] }
  | { readonly time: PromisedTime }
  | null

export function answerIn(zone: string, { days, clocks }: WordsRead, context: TimeContext): Answer {
  const day = days[0] ?? { date: today(context.now, zone), weekday: null, by: null }
  const [clock, ...otherClocks] = clocks
  if (!clock) return null
  const choose = (about: TimeQuestion, all: readonly (readonly [Temporal.PlainDate, ClockRead])[]): Answer => {
    const times = all.flatMap(([date, { hour, minute }]) => timesAt(date, hour, minute, zone).choices)
    const choices = times.filter(({ at }) => at > context.now)
    return { about, choices: choices.length > 0 ? choices : times }
  }
  if (otherClocks.length > 0)
    return choose(
      'several',
      clocks.map((each) => [day.date, each]),
    )
  const [, otherDay] = days
  if (otherDay)
    return choose(
      'several',
      days.map((each) => [each.date, clock]),
    )
  if (day.by === 'date' && day.weekday !== null && day.weekday !== day.date.dayOfWeek)
    return choose('weekday', [
      [day.date, clock],
      [day.date.add({ days: day.weekday - day.date.dayOfWeek }), clock],
    ])
  return clockOn(day, clock, zone, context)
}

function clockOn(
  day: Omit<DayRead, 'by'> & { readonly by: DayRead['by'] | null },
  { hour, minute, halfIsOpen }: ClockRead,
  zone: string,
  context: TimeContext,
): Answer {
  const said = timesAt(day.date, hour, minute, zone)
  const other = halfIsOpen ? timesAt(day.date, (hour + 12) % 24, minute, zone) : null
  const isGood = ({ at }: PromisedTime) => at > context.now && isCallable(at, context.theirZones[0] ?? zone, context.hours)
  const isAhead = ({ at }: PromisedTime) => at > context.now
  if (other) {
    const both = [...said.choices, ...other.choices]
    const ahead = both.filter(isAhead)
    const isSettled = said.choices.some(isGood) && !other.choices.some(isGood)
    if (!isSettled && ahead.length > 1) return { about: 'half', choices: ahead }
    if (!isSettled && ahead[0] && isGood(ahead[0])) return { time: ahead[0] }
  }
  if (said.choices.some(isAhead)) return said.about === null && said.choices[0] ? { time: said.choices[0] } : asked(said)
  const later = nextAfter(day, hour, minute, zone, context.now)
  return { about: 'past', choices: other ? [...later, ...nextAfter(day, (hour + 12) % 24, minute, zone, context.now)] : later }
}

interface Times {
  readonly about: 'gap' | 'overlap' | null
  readonly choices: readonly PromisedTime[]
}

function asked({ about, choices }: Times): Answer {
  return about === null ? null : { about, choices }
}

function timesAt(date: Temporal.PlainDate, hour: number, minute: number, zone: string): Times {
  const resolved = resolve(date.toPlainDateTime({ hour, minute }).toString({ smallestUnit: 'minute' }), zone)
  switch (resolved.kind) {
    case 'only':
      return { about: null, choices: [resolved.time] }
    case 'overlap':
      return { about: 'overlap', choices: [resolved.first, resolved.second] }
    case 'gap':
      return { about: 'gap', choices: [resolved.before, resolved.after] }
  }
}

/** The same clock on the same weekday, or on the first day it is still ahead. */
function nextAfter(
  { by, weekday }: { readonly by: DayRead['by'] | null; readonly weekday: number | null },
  hour: number,
  minute: number,
  zone: string,
  now: number,
): readonly PromisedTime[] {
  const start = today(now, zone)
  const days =
    by === 'weekday' && weekday !== null
      ? [1, 2, 3, 4, 5, 6, 7].filter((ahead) => ((start.dayOfWeek + ahead - 1) % 7) + 1 === weekday)
      : [0, 1]
  const times = days.flatMap((ahead) => timesAt(start.add({ days: ahead }), hour, minute, zone).choices)
  return times.filter(({ at }) => at > now).slice(0, 1)
}

export function today(now: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
}
