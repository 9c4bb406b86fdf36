import type { AlarmStage } from '../../shared/callbacks/alarm.ts'

/**
 * The moments at which one callback rings, counted in order.
 *
 *     point   0      1    2    3    4     5     6 …
 *     rings   lead   at   +1   +5   +15   +30   +45 minutes
 *     stage   lead   due  overdue …
 */
export type RingPoint = number

const minute = 60_000
const firstOverdue = [1, 5, 15]
const repeatMinutes = 15

/** Wall clock, ms since 1970. */
export function pointTime(point: RingPoint, at: number, leadMs: number): number {
  if (point < 2) return point === 0 ? at - leadMs : at
  return at + (firstOverdue[point - 2] ?? (point - 3) * repeatMinutes) * minute
}

/** The last point that has come by now; -1 before the first. */
export function pointBy(now: number, at: number, leadMs: number): RingPoint {
  if (now < at) return now < at - leadMs ? -1 : 0
  const minutesLate = (now - at) / minute
  if (minutesLate >= repeatMinutes) return Math.floor(minutesLate / repeatMinutes) + 3
  return 1 + firstOverdue.filter((minutes) => minutes <= minutesLate).length
}

export function stageAt(point: RingPoint): Exclude<AlarmStage, 'waiting'> {
  if (point < 1) return 'lead'
  return point === 1 ? 'due' : 'overdue'
}
