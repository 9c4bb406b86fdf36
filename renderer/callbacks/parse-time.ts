import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { type Answer, answerIn, type TimeContext, type TimeQuestion, today } from './time-meant.ts'
import { waitingTime } from './waiting-time.ts'
import { promisedAt } from './wall-time.ts'
import { wordsOfTime } from './words-of-time.ts'
import { zoneInText } from './zone-in-text.ts'
import { rulesName } from './zone-rules.ts'

/** A piece of the text, in order; together they are the text. */
export interface TextPart {
  readonly text: string
  readonly isRead: boolean
}

export type TimeReading =
  | { readonly kind: 'understood'; readonly time: PromisedTime; readonly parts: readonly TextPart[] }
  | {
      readonly kind: 'asks'
      readonly about: TimeQuestion
      readonly choices: readonly PromisedTime[]
      readonly parts: readonly TextPart[]
    }
  /** A day was read, and no time. */
  | { readonly kind: 'noTime'; readonly parts: readonly TextPart[] }
  | { readonly kind: 'nothing' }

/** Said around a time without changing it. */
const courtesies = new Set(
  "about again and around back call exactly for hello her hey him oclock o'clock okay phone please ring sharp thanks the their them then time will you".split(
    ' ',
  ),
)

/** Longer texts are no time somebody agreed on. */
const longest = 200

/** What a text says of when to call; it never guesses between two readings, and never throws. */
export function parseTime(text: string, context: TimeContext): TimeReading {
  if (text.trim() === '' || text.length > longest) return { kind: 'nothing' }
  const named = zoneInText(text, context)
  const rest = named ? blanked(text, named.from, named.to) : text
  const zones = likely(named?.zones ?? context.theirZones, context)
  const zoneSpan = named ? [[named.from, named.to] as const] : []
  const waiting = waitingTime(rest)
  if (waiting) {
    const time = promisedAt(toMinute(context.now + waiting.ms), (zones.length === 1 && zones[0]) || context.ownZone)
    return settled(time, partsOf(text, [...zoneSpan, [waiting.from, waiting.to]]))
  }
  const read = zones.map((zone) => ({ zone, words: wordsOfTime(rest, today(context.now, zone), context.monthFirst) }))
  const spans = read[0]?.words.spans ?? []
  if (spans.length === 0) return { kind: 'nothing' }
  const parts = partsOf(text, [...zoneSpan, ...spans])
  const answers = read.flatMap(({ zone, words }) => answerIn(zone, words, context) ?? [])
  const answer = answers.length > 1 ? whichZone(answers) : answers[0]
  if (answer === undefined) return { kind: 'noTime', parts }
  return 'time' in answer ? settled(answer.time, parts) : { kind: 'asks', ...answer, parts }
}

/** Pieces of the text that nobody read and that may mean something. */
export function unreadWords(parts: readonly TextPart[]): readonly string[] {
  return parts.flatMap(({ text, isRead }) => {
    const words = isRead ? [] : (text.toLowerCase().match(/[\p{L}\p{M}'’]{3,}|\d+/gu) ?? [])
    return words.some((word) => !courtesies.has(word.replace('’', "'"))) ? [text.trim()] : []
  })
}

/** "3pm, not today" is no time today: what was left unread may say otherwise. */
function settled(time: PromisedTime, parts: readonly TextPart[]): TimeReading {
  return unreadWords(parts).length === 0
    ? { kind: 'understood', time, parts }
    : { kind: 'asks', about: 'unread', choices: [time], parts }
}

/** Of several places one word may mean, the likeliest when its clocks are the caller's: an American who says London may mean London. */
function likely(zones: readonly string[], { now, theirZones }: TimeContext): readonly string[] {
  const [first, second] = zones
  const [theirs, ...others] = theirZones
  if (first === undefined || second === undefined || theirs === undefined || others.length > 0) return zones
  const year = new Date(now).getUTCFullYear()
  return rulesName([first], year) === rulesName([theirs], year) ? [first] : zones
}

/** One time for each zone; no question when they are all the same moment. */
function whichZone(answers: readonly NonNullable<Answer>[]): NonNullable<Answer> {
  const times = answers.map((answer) => ('time' in answer ? answer.time : answer.choices[0])).filter((time) => time !== undefined)
  const choices = times.filter(({ at }, index) => times.findIndex((other) => other.at === at) === index)
  return choices.length === 1 && choices[0] ? { time: choices[0] } : { about: 'zone', choices }
}

function toMinute(at: number): number {
  return Math.round(at / 60_000) * 60_000
}

function blanked(text: string, from: number, to: number): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)
}

function partsOf(text: string, spans: readonly (readonly [number, number])[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    if (from > at) parts.push({ text: text.slice(at, from), isRead: false })
    if (to > at) parts.push({ text: text.slice(Math.max(at, from), to), isRead: true })
    at = Math.max(at, to)
  }
  return at < text.length ? [...parts, { text: text.slice(at), isRead: false }] : parts
}
