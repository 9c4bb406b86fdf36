/** How a table writes days where both could be meant. */
export type DayOrder = 'dayFirst' | 'monthFirst'

const iso = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?$/
const written = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([ap])?\.?m?\.?)?$/i

/** What the days of a table say about their order; null when all of them could be read both ways, `any` when none has to be asked. */
export function dayOrderIn(cells: readonly string[]): DayOrder | 'any' | null {
  let isAsked = false
  for (const cell of cells) {
    const found = written.exec(cell.trim())
    if (!found || found[2] === '.') continue
    const [one, other] = [Number(found[1]), Number(found[3])]
    if (one > 12 && other <= 12) return 'dayFirst'
    if (other > 12 && one <= 12) return 'monthFirst'
    if (one !== other) isAsked = true
  }
  return isAsked ? null : 'any'
}

/** Wall clock, ms since 1970, in the zone of this computer where the cell names none; null when it is no time. */
export function csvTime(cell: string, order: DayOrder): number | null {
  const text = cell.trim()
  if (iso.test(text)) {
    const at = new Date(text.length === 10 ? `${text}T00:00` : text.replace(' ', 'T')).getTime()
    return Number.isNaN(at) ? null : at
  }
  const found = written.exec(text)
  if (!found) return null
  const [one, other, year] = [Number(found[1]), Number(found[3]), Number(found[4])]
  const [day, month] = order === 'monthFirst' && found[2] !== '.' ? [other, one] : [one, other]
  const hour = hourOf(Number(found[5] ?? 0), found[8])
  const [minute, second] = [Number(found[6] ?? 0), Number(found[7] ?? 0)]
  const date = new Date(year, month - 1, day, hour ?? 0, minute, second)
  const isReal = date.getMonth() === month - 1 && date.getDate() === day && hour !== null && minute < 60 && second < 60
  return isReal ? date.getTime() : null
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
}
