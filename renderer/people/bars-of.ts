import type { CallOfTime } from './person-file.ts'

/** One day of the agent's calendar. */
export interface Bar {
  /** When it begins; wall clock, ms since 1970. */
  readonly at: number
  readonly calls: number
  readonly hard: number
  readonly talkedMs: number
}

/** By the agent's own days, whatever a clock change made of their length. */
export function barsOf(calls: readonly CallOfTime[], days: number, now: number): readonly Bar[] {
  const today = new Date(now)
  const bars = Array.from({ length: days }, (_, index): Bar => {
    const at = new Date(today.getFullYear(), today.getMonth(), today.getDate() - (days - 1 - index)).getTime()
    return { at, calls: 0, hard: 0, talkedMs: 0 }
  })
  return bars.map((bar, index) => {
    const end = bars[index + 1]?.at ?? Number.POSITIVE_INFINITY
    const ofDay = calls.filter(({ at }) => at >= bar.at && at < end)
    const talkedMs = ofDay.reduce((sum, call) => sum + call.talkedMs, 0)
    return { ...bar, calls: ofDay.length, hard: ofDay.filter(({ isHard }) => isHard).length, talkedMs }
  })
}
