import ICAL from 'ical.js'
import { controlsAndDirectionOverrides } from '../../shared/call/far-end-text.ts'
import type { CallbackKind } from '../../shared/callbacks/callback.ts'
import { failed, type Result, success } from '../../shared/result.ts'

export type EventTrouble = 'unreadable' | 'noTime' | 'noUid' | 'cancelled' | 'tooOften' | 'noMoreOccurrences'

/** One event of a calendar, before anybody knows what its time means here. */
export interface IcsEvent {
  readonly uid: string
  /** Wall times it may be at, such as `2026-11-27T10:30`: one, the coming ones of an event that recurs, none of a cancelled date. */
  readonly walls: readonly string[]
  /** As the file names it; null for a time without a zone. */
  readonly tzid: string | null
  /** A time given in UTC stands for this place, when the file says which. */
  readonly place: string | null
  readonly recurs: boolean
  /** Of one date of a series that is moved or cancelled: the wall time it had, empty where another clock tells it; else null. */
  readonly insteadOf: string | null
  readonly name: string
  readonly number: string
  readonly reason: string
  readonly topic: string
  readonly promised: string
  readonly notes: string
  readonly kind: CallbackKind
  readonly priority: 'normal' | 'high'
}

/** Steps through a rule before it is given up: seven years of days. */
const mostSteps = 2600
/** A day and a half covers every zone there is, before anybody knows which one is meant. */
const marginMs = 36 * 60 * 60 * 1000
const occurrencesKept = 4

export function icsEvent(text: string, now: number): Result<IcsEvent, EventTrouble> {
  try {
    const event = new ICAL.Component(ICAL.parse(text))
    return event.name === 'vevent' ? read(event, now) : failed('unreadable')
  } catch {
    return failed('unreadable')
  }
}

function read(event: ICAL.Component, now: number): Result<IcsEvent, EventTrouble> {
  const uid = line(event, 'uid', 1000)
  const start = event.getFirstProperty('dtstart')
  const time = start?.getFirstValue()
  if (uid === '') return failed('noUid')
  const isCancelled = line(event, 'status', 20).toUpperCase() === 'CANCELLED'
  const insteadOf = start ? otherDate(event, start) : null
  if (isCancelled && insteadOf === null) return failed('cancelled')
  if (!start || !(time instanceof ICAL.Time) || time.isDate || !isWall(wallOf(time))) return failed('noTime')
  if (wallOf(time) !== String(start.toJSON()[3]).slice(0, 16)) return failed('unreadable')
  const recurs = event.hasProperty('rrule') || event.hasProperty('rdate')
  if (recurs && isTooFrequent(event)) return failed('tooOften')
  const walls = recurs ? comingWalls(event, time, now) : isCancelled ? [] : [wallOf(time)]
  if (walls.length === 0 && !isCancelled) return failed('noMoreOccurrences')
  const tzid = zoneOf(start)
  const summary = line(event, 'summary', 200)
  const ownName = line(event, 'x-steadyline-name', 200)
  const isOurs = event.hasProperty('x-steadyline-name')
  return success({
    uid,
    walls,
    tzid,
    place: tzid === 'UTC' ? line(event, 'x-steadyline-zone', 100) || null : null,
    recurs,
    insteadOf,
    name: isOurs ? ownName : summary,
    number: isOurs ? line(event, 'x-steadyline-number', 100) : numberIn(event),
    reason: isOurs ? line(event, 'x-steadyline-reason', 500) : '',
    topic: line(event, 'x-steadyline-topic', 200),
    promised: line(event, 'x-steadyline-promised', 500),
    notes: lines(event, isOurs ? 'x-steadyline-notes' : 'description', 5000),
    kind: kindOf(line(event, 'x-steadyline-kind', 20)),
    priority: isHigh(event) ? 'high' : 'normal',
  })
}

/** As the file names it; null for a time without a zone. */
function zoneOf(property: ICAL.Property): string | null {
  const time = property.getFirstValue()
  const isUtc = time instanceof ICAL.Time && time.zone === ICAL.Timezone.utcTimezone
  return isUtc ? 'UTC' : stringOf(property.getFirstParameter('tzid')) || null
}

/** The date of a series that this one stands for; empty where it is told by another clock, and null for no such date. */
function otherDate(event: ICAL.Component, start: ICAL.Property): string | null {
  const property = event.getFirstProperty('recurrence-id')
  const time = property?.getFirstValue()
  if (!property || !(time instanceof ICAL.Time)) return null
  return zoneOf(property) === zoneOf(start) ? wallOf(time) : ''
}

/** Those that can still be ahead in some zone; the earliest first. */
function comingWalls(event: ICAL.Component, start: ICAL.Time, now: number): readonly string[] {
  const earliest = new Date(now - marginMs).toISOString().slice(0, 16)
  const occurrences = new ICAL.Event(event).iterator(start)
  const walls: string[] = []
  for (let step = 0; step < mostSteps && walls.length < occurrencesKept; step += 1) {
    const next = occurrences.next()
    if (!next) break
    const wall = wallOf(next)
    if (wall >= earliest && isWall(wall)) walls.push(wall)
  }
  return walls
}

function isTooFrequent(event: ICAL.Component): boolean {
  return event.getAllProperties('rrule').some((property) => {
    const rule = property.getFirstValue()
    return rule instanceof ICAL.Recur && ['SECONDLY', 'MINUTELY', 'HOURLY'].includes(rule.freq)
  })
}

function wallOf(time: ICAL.Time): string {
  return time.toString().replace('Z', '').slice(0, 16)
}

function isWall(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}Z`))
}

function isHigh(event: ICAL.Component): boolean {
  const priority = Number(event.getFirstPropertyValue('priority'))
  return priority >= 1 && priority <= 4
}

function kindOf(text: string): CallbackKind {
  return text === 'satisfaction' || text === 'thanks' ? text : 'callback'
}

/** The first number to call that the event gives: its link, or one in its texts. */
function numberIn(event: ICAL.Component): string {
  const texts = ['url', 'location', 'description', 'summary'].map((name) => lines(event, name, 5000))
  for (const text of texts) {
    const number = /tel:([+\d][\d\s().-]{3,30})/i.exec(text)?.[1] ?? /(?<![\w-])\+\d[\d\s().-]{5,24}\d/.exec(text)?.[0]
    if (number) return number.replace(/[\s().-]/g, '')
  }
  return ''
}

function line(event: ICAL.Component, name: string, longest: number): string {
  return plainLine(stringOf(event.getFirstPropertyValue(name)).slice(0, longest))
    .replace(/\s+/g, ' ')
    .trim()
}

function lines(event: ICAL.Component, name: string, longest: number): string {
  const text = stringOf(event.getFirstPropertyValue(name)).slice(0, longest)
  return text.split(/\r?\n/).map(plainLine).join('\n').trim()
}

/** What the file says is somebody else's text: nothing in it may turn its neighbours around. */
function plainLine(text: string): string {
  return text.replace(controlsAndDirectionOverrides, ' ')
}

function stringOf(value: unknown): string {
  if (Array.isArray(value)) return stringOf(value[0])
  return typeof value === 'string' ? value : ''
}
