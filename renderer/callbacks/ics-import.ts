import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import { callbackAfter } from '../../shared/callbacks/callback-transitions.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { type GiveWay, givingWay } from '../storage/giving-way.ts'
import { withFreshBrief } from './deputy-asked.ts'
import type { EventTrouble, IcsEvent } from './ics-event.ts'
import { icsEvent } from './ics-event.ts'
import { promisedAt, resolve } from './wall-time.ts'
import { zoneOfWindows } from './zone-of-windows.ts'

/** An event of the file with the name its callback has here. */
export interface ReadEvent extends IcsEvent {
  readonly id: Callback['id']
}

export type ImportTrouble = EventTrouble | 'past' | 'skipped' | 'tooFar' | 'overlong'

export interface LeftOut {
  readonly name: string
  readonly trouble: ImportTrouble
}

export interface CalendarEvents {
  readonly events: readonly ReadEvent[]
  readonly leftOut: readonly LeftOut[]
}

export interface ImportPlan {
  /** To be kept all or none: new ones, and known ones as the file has them. */
  readonly callbacks: readonly Callback[]
  readonly recurring: ReadonlySet<Callback['id']>
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly leftOut: readonly LeftOut[]
}

const longestAhead = 10 * 366 * 24 * 60 * 60 * 1000

/** Events by their texts; a UID that comes twice counts once, as it stands last. */
export async function readEvents(
  texts: readonly string[],
  now: number,
  signal: AbortSignal,
  giveWay: GiveWay = givingWay(),
): Promise<CalendarEvents> {
  const events = new Map<string, ReadEvent>()
  const dates: IcsEvent[] = []
  const leftOut: LeftOut[] = []
  for (const text of texts) {
    if (signal.aborted) break
    await giveWay()
    const event = icsEvent(text, now)
    if (!event.ok) leftOut.push({ name: nameIn(text), trouble: event.failure })
    else if (event.value.insteadOf !== null) dates.push(event.value)
    else events.set(event.value.uid, { ...event.value, id: await idOf(event.value.uid) })
  }
  for (const date of dates) {
    const series = events.get(date.uid)
    if (series) events.set(date.uid, withDate(series, date))
    else if (date.walls.length > 0) events.set(date.uid, { ...date, id: await idOf(date.uid) })
    else leftOut.push({ name: date.name, trouble: 'cancelled' })
  }
  return { events: [...events.values()], leftOut }
}

/** A series with one of its dates as it was moved; as it was, where it does not have that date. */
function withDate(series: ReadEvent, { insteadOf, walls, tzid }: IcsEvent): ReadEvent {
  if (tzid !== series.tzid) return series
  return { ...series, walls: series.walls.flatMap((wall) => (wall === insteadOf ? walls : [wall])).sort() }
}

/** Whether only a person can say where its time is. */
export function needsZone({ tzid }: IcsEvent): boolean {
  return tzid === null || zoneNamed(tzid) === null
}

/** What taking the events would do; `zone` is meant wherever the file names none that is known. */
export function importPlan(
  { events, leftOut }: CalendarEvents,
  known: ReadonlyMap<Callback['id'], Callback>,
  zone: string,
  now: number,
): ImportPlan {
  const callbacks: Callback[] = []
  const recurring = new Set<Callback['id']>()
  const left: LeftOut[] = [...leftOut]
  let added = 0
  let same = 0
  for (const event of events) {
    const before = known.get(event.id)
    const time = timeOf(event, zone, now)
    if (typeof time === 'string') {
      if (before && time === 'past') same += 1
      else left.push({ name: event.name, trouble: time })
      continue
    }
    const callback = before ? changed(before, event, time, now) : made(event, time, now)
    if (callback === before) {
      same += 1
      continue
    }
    if (!before) added += 1
    if (event.recurs) recurring.add(event.id)
    callbacks.push(callback)
  }
  return { callbacks, recurring, added, changed: callbacks.length - added, same, leftOut: left }
}

/** The first of its times that is still to come. */
function timeOf(event: IcsEvent, asked: string, now: number): PromisedTime | 'past' | 'skipped' | 'tooFar' {
  const zone = (event.tzid === null ? null : zoneNamed(event.tzid)) ?? asked
  let trouble: 'past' | 'skipped' = 'past'
  for (const wall of event.walls) {
    const resolved = resolve(wall, zone)
    if (resolved.kind === 'gap') {
      trouble = 'skipped'
      continue
    }
    const time = resolved.kind === 'only' ? resolved.time : resolved.first
    if (time.at <= now) continue
    if (time.at > now + longestAhead) return 'tooFar'
    const place = event.tzid === 'UTC' ? (event.place && zoneNamed(event.place)) || asked : zone
    return place === zone ? time : promisedAt(time.at, place)
  }
  return trouble
}

/** IANA's name of it; some programs put their own path before it, some use the names of Windows. Null for any other name. */
function zoneNamed(tzid: string): string | null {
  const written = tzid.replace(/^"|"$/g, '')
  const parts = written.split('/').filter(Boolean)
  for (let from = 0; from < parts.length; from += 1) {
    const name = parts.slice(from).join('/')
    if (isZone(name)) return name
  }
  return zoneOfWindows(written)
}

const zones = new Map<string, boolean>()

function isZone(name: string): boolean {
  const found = zones.get(name)
  if (found !== undefined) return found
  let is = name === 'UTC' || name.includes('/') || /^[+-]\d\d:\d\d$/.test(name)
  try {
    if (is) Temporal.Now.instant().toZonedDateTimeISO(name)
  } catch {
    is = false
  }
  if (zones.size < 1000) zones.set(name, is)
  return is
}

function made({ id, ...event }: ReadEvent, time: PromisedTime, now: number): Callback {
  return {
    ...textsOf(event),
    id,
    callId: null,
    due: time,
    promisedFor: time,
    keeper: 'me',
    deputy: null,
    state: 'pending',
    history: [{ at: now, type: 'made' }],
    practice: false,
    createdAt: now,
    updatedAt: now,
  }
}

/** The same callback where the file says nothing new; one that is closed stays closed. */
function changed(before: Callback, event: IcsEvent, time: PromisedTime, now: number): Callback {
  const texts = textsOf(event)
  const isMoved = time.at !== before.due.at && isOpen(before)
  const saysNew = JSON.stringify(texts) !== JSON.stringify(textsOf({ ...before, ...before.person }))
  if (!isMoved && !saysNew) return before
  const after = { ...before, ...texts, updatedAt: now }
  if (!isMoved) return after
  return withFreshBrief(callbackAfter(after, { type: 'renegotiated', to: time, reason: '' }, now))
}

type Texts = Pick<IcsEvent, 'name' | 'number' | 'reason' | 'topic' | 'promised' | 'notes' | 'kind' | 'priority'>

function textsOf({ name, number, reason, topic, promised, notes, kind, priority }: Texts) {
  return { person: { name, number }, reason, topic, promised, notes, kind, priority } as const
}

/** A UID of ours is its callback's id; any other always leads to the same new one. */
async function idOf(uid: string): Promise<string> {
  if (/^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i.test(uid)) return uid.toLowerCase()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(uid)))
  const hex = [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** What can be said of an event that was not understood. */
function nameIn(text: string): string {
  return (
    /^SUMMARY[^:\r\n]*:(.{1,80})/m
      .exec(text)?.[1]
      ?.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, ' ')
      .trim() ?? ''
  )
}
