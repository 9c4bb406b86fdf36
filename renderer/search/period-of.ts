export interface Period {
  /** Wall clock, ms since 1970. */
  readonly from: number
  /** The first moment that is not in it. */
  readonly to: number
}

const writtenDate = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/

/** The time a date stands for: `2026`, `2026-11`, `2026-11-21`, `today`, `yesterday`, or `30d` for the day 30 days ago; null for what is none. */
export function periodOf(written: string, now: number): Period | null {
  const word = written.toLowerCase()
  const daysAgo = word === 'today' ? '0' : word === 'yesterday' ? '1' : /^(\d{1,4})d$/.exec(word)?.[1]
  if (daysAgo !== undefined) {
    const today = new Date(now)
    return days(today.getFullYear(), today.getMonth(), today.getDate() - Number(daysAgo))
  }
  const [, year, month, day] = writtenDate.exec(word) ?? []
  if (year === undefined) return null
  if (month === undefined) return { from: start(Number(year), 0, 1), to: start(Number(year) + 1, 0, 1) }
  if (Number(month) < 1 || Number(month) > 12) return null
  if (day === undefined) return { from: start(Number(year), Number(month) - 1, 1), to: start(Number(year), Number(month), 1) }
  const lastDay = new Date(Number(year), Number(month), 0).getDate()
  return Number(day) < 1 || Number(day) > lastDay ? null : days(Number(year), Number(month) - 1, Number(day))
}

function days(year: number, month: number, day: number): Period {
  return { from: start(year, month, day), to: start(year, month, day + 1) }
}

function start(year: number, month: number, day: number): number {
  return new Date(year, month, day).getTime()
}
