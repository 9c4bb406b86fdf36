import { casual, GB, type ParsedResult } from 'chrono-node/en'

/** A day as it was said. `weekday` alone is the next such day, today counting; with a date it may contradict it. */
export interface DayRead {
  readonly date: Temporal.PlainDate
  /** 1 is Monday, as in `Temporal`; null when no weekday was said. */
  readonly weekday: number | null
  readonly by: 'date' | 'weekday'
}

export interface ClockRead {
  readonly hour: number
  readonly minute: number
  /** `at 3` says no half of the day. */
  readonly halfIsOpen: boolean
}

export interface WordsRead {
  /** Several, when the text holds more than one. */
  readonly days: readonly DayRead[]
  readonly clocks: readonly ClockRead[]
  /** Each from and to, in order. */
  readonly spans: readonly (readonly [number, number])[]
}

/** What a text says of days and clocks, as seen from a day; no zone has a part in it. */
export function wordsOfTime(text: string, today: Temporal.PlainDate, monthFirst: boolean): WordsRead {
  // Chrono counts on the machine's own clock: from noon, no change of the clocks there moves a day.
  const noon = new Date(today.year, today.month - 1, today.day, 12)
  const written = sameLength(text)
  const results = (monthFirst ? casual : GB).parse(written, noon).filter(isNoDuration)
  return {
    days: results.flatMap((result) => daysOf(result, today)),
    clocks: results
      .flatMap((result) => [clockOf(result, result.start), ...(result.end ? [clockOf(result, result.end)] : [])])
      .flat(),
    spans: results.map(({ index, text: { length } }) => [index, index + length]),
  }
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const
const monthAndDay = new RegExp(
  String.raw`\b((?:${months.join('|')})[a-z]*\.?)([ ,]{1,2})([0-3]?\d(?:st|nd|rd|th)?)\b(?!\s*(?:[:.]\d|[ap]\.?m\b|o.?clock))`,
  'gi',
)

/** The text with what chrono would misread said otherwise, every letter at its place. */
function sameLength(text: string): string {
  const written = text
    .replace(/\b(?:the )?day after tomorrow\b/gi, (said) => filled('in', '2 days', said))
    .replace(/\b(?:tues|weds)\b/gi, (said) => said.slice(0, 3).padEnd(said.length))
    .replace(monthAndDay, (_, month: string, gap: string, day: string) => day + ' '.repeat(gap.length) + month)
    .replace(/\b(?:half past|quarter past|quarter to)\s+(1[0-2]|[1-9])(?![\d:.])/gi, clockInWords)
  if (!/\d:\d|\d\s*[ap]\.?m\b/i.test(written)) return written.replace(/\b([01]?\d|2[0-3])[.h]([0-5]\d)\b(?!\.)/gi, '$1:$2')
  return written.replace(/(?<![\d.])([0-3]?\d)\.([01]?\d)(?:\.(?!\d)|(?![\d.]))/g, dayAndMonth)
}

function clockInWords(said: string, hour: string): string {
  const before = Number(hour) === 1 ? 12 : Number(hour) - 1
  return filled('at', /to/i.test(said) ? `${before}:45` : `${hour}:${/half/i.test(said) ? '30' : '15'}`, said)
}

/** What chrono reads as one piece in the place of what was said. */
function filled(first: string, last: string, said: string): string {
  return first + last.padStart(said.length - first.length)
}

/** As in Tallinn or Berlin: `27.11.`; a date that leaves no room for its month stays as it is. */
function dayAndMonth(said: string, day: string, number: string): string {
  const written = `${day}${months[Number(number) - 1] ?? ''}`
  return written.length > said.length || !/[a-z]/.test(written) ? said : written.padEnd(said.length)
}

/** Spans of time are counted by the instant, in `waiting-time.ts`. */
function isNoDuration(result: ParsedResult): boolean {
  return !result.tags().has('result/relativeDateAndTime') && !result.tags().has('casualReference/now')
}

function clockOf({ text }: ParsedResult, part: ParsedResult['start']): readonly ClockRead[] {
  const [hour, minute] = [part.get('hour'), part.get('minute')]
  if (!part.isCertain('hour') || hour === null || minute === null) return []
  const isOpen =
    hour > 0 &&
    hour <= 12 &&
    !part.isCertain('meridiem') &&
    !/\b0\d|\b\d\d:\d\d|noon|midday|morning|evening|night|afternoon/i.test(text)
  return [{ hour, minute, halfIsOpen: isOpen }]
}

function daysOf(result: ParsedResult, today: Temporal.PlainDate): readonly DayRead[] {
  const { start, end } = result
  const isSpan = end?.isCertain('weekday') || end?.isCertain('day')
  return [start, ...(end && isSpan ? [end] : [])].flatMap((part) => dayOf(result, part, today) ?? [])
}

function dayOf(result: ParsedResult, start: ParsedResult['start'], today: Temporal.PlainDate): DayRead | null {
  const { text } = result
  const weekday = start.isCertain('weekday') && !result.tags().has('result/relativeDate') ? start.get('weekday') || 7 : null
  if (start.isCertain('day') || start.isCertain('month')) {
    const date = dateOf(start)
    const dated = start.isCertain('year') || date === null || Temporal.PlainDate.compare(date, today) >= 0
    return date === null ? null : { date: dated ? date : date.with({ year: today.year + 1 }), weekday, by: 'date' }
  }
  if (weekday === null) return null
  const relative = /\b(?:next|last|past|this)\b/i.test(text) ? dateOf(start) : null
  return { date: relative ?? today.add({ days: (weekday - today.dayOfWeek + 7) % 7 }), weekday, by: 'weekday' }
}

function dateOf(part: ParsedResult['start']): Temporal.PlainDate | null {
  const [year, month, day] = [part.get('year'), part.get('month'), part.get('day')]
  try {
    return year && month && day ? Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }) : null
  } catch {
    return null
  }
}
