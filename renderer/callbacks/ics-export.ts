import ICAL from 'ical.js'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { pause } from '../storage/pause.ts'
import { icsZone } from './ics-zone.ts'

/** What a calendar shows of a callback, in the words of the reader. */
export interface IcsWords {
  readonly summary: (callback: Callback) => string
  readonly description: (callback: Callback) => string
}

const day = 24 * 60 * 60 * 1000
const alarmLeadSeconds = 5 * 60
const lengthSeconds = 15 * 60
/** Events written before the window gets a turn. */
const atOnce = 50

/**
 * Callbacks as a calendar (RFC 5545).
 *
 * A time stands there as it was promised, with its zone; the second of two equal wall times, which the standard cannot write
 * so, stands in UTC. Properties of our own carry what a calendar has no place for, so that nothing is lost on the way back.
 */
export async function icsOf(callbacks: readonly Callback[], now: number, words: IcsWords): Promise<string> {
  const calendar = new ICAL.Component('vcalendar')
  calendar.updatePropertyWithValue('prodid', '-//Steadyline//Callbacks//EN')
  calendar.updatePropertyWithValue('version', '2.0')
  for (const zone of new Set(callbacks.map(({ due }) => due.zone))) {
    const instants = callbacks.filter(({ due }) => due.zone === zone).map(({ due }) => due.at)
    if (zone !== 'UTC') calendar.addSubcomponent(icsZone(zone, least(instants) - day, most(instants) + day))
  }
  const texts: string[] = []
  for (const [index, callback] of callbacks.entries()) {
    texts.push(eventOf(callback, now, words).toString())
    if (index % atOnce === atOnce - 1) await pause(0)
  }
  const shell = calendar.toString()
  const end = shell.lastIndexOf('END:VCALENDAR')
  return `${[shell.slice(0, end).trimEnd(), ...texts, 'END:VCALENDAR'].join('\r\n')}\r\n`
}

function eventOf(callback: Callback, now: number, words: IcsWords): ICAL.Component {
  const { id, due, person, state, priority, createdAt, updatedAt } = callback
  const event = new ICAL.Component('vevent')
  event.updatePropertyWithValue('uid', id)
  event.updatePropertyWithValue('dtstamp', utc(now))
  event.updatePropertyWithValue('created', utc(createdAt))
  event.updatePropertyWithValue('last-modified', utc(updatedAt))
  if (due.fold === 'second' || due.zone === 'UTC') {
    event.updatePropertyWithValue('dtstart', utc(due.at))
    text(event, 'x-steadyline-zone', due.zone)
  } else {
    const start = new ICAL.Property('dtstart')
    start.setParameter('tzid', due.zone)
    start.setValue(ICAL.Time.fromDateTimeString(`${due.wall}:00`))
    event.addProperty(start)
  }
  event.updatePropertyWithValue('duration', ICAL.Duration.fromSeconds(lengthSeconds))
  event.updatePropertyWithValue('summary', words.summary(callback))
  event.updatePropertyWithValue('description', words.description(callback))
  event.updatePropertyWithValue('status', state === 'cancelled' ? 'CANCELLED' : 'CONFIRMED')
  event.updatePropertyWithValue('priority', priority === 'high' ? 1 : 5)
  text(event, 'x-steadyline-kind', callback.kind)
  text(event, 'x-steadyline-name', person.name)
  text(event, 'x-steadyline-number', person.number)
  text(event, 'x-steadyline-reason', callback.reason)
  text(event, 'x-steadyline-topic', callback.topic)
  text(event, 'x-steadyline-promised', callback.promised)
  text(event, 'x-steadyline-notes', callback.notes)
  const alarm = new ICAL.Component('valarm')
  alarm.updatePropertyWithValue('action', 'DISPLAY')
  alarm.updatePropertyWithValue('description', words.summary(callback))
  alarm.updatePropertyWithValue('trigger', ICAL.Duration.fromSeconds(-alarmLeadSeconds))
  event.addSubcomponent(alarm)
  return event
}

/** Without its type a property of our own would be written unescaped. */
function text(event: ICAL.Component, name: string, value: string): void {
  event.addProperty(new ICAL.Property([name, {}, 'text', value]))
}

function utc(at: number): ICAL.Time {
  return ICAL.Time.fromJSDate(new Date(at), true)
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other))
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.max(one, other))
}
