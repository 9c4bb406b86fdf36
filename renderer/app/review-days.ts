import type { Day } from '../../shared/review/day-figures.ts'

/** A day of the agent's calendar; months from 1. */
export interface LocalDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function today(wall: number): LocalDay {
  const date = new Date(wall)
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() }
}

export function withDays({ year, month, day }: LocalDay, days: number): LocalDay {
  return today(new Date(year, month - 1, day + days, 12).getTime())
}

/** From midnight to midnight as the agent's clock has them: 23 or 25 hours where it is put forward or back. */
export function spanOf({ year, month, day }: LocalDay): Day {
  return { from: new Date(year, month - 1, day).getTime(), to: new Date(year, month - 1, day + 1).getTime() }
}

export function isSameDay(one: LocalDay, other: LocalDay): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day
}
