import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import { isHard, type JudgedCall } from '../../shared/people/one-time-or-pattern.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import { longDays, type PersonStanding, personStanding } from '../../shared/people/person-standing.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { callsOf } from './calls-of.ts'

/** One thing that was with somebody. */
export type PersonEvent = { readonly at: number; readonly key: string } & (
  | ({ readonly type: 'call' } & JudgedCall)
  | { readonly type: 'callback'; readonly callback: Callback }
  | { readonly type: 'brief'; readonly record: BriefRecord }
  | { readonly type: 'incident'; readonly incident: Incident }
)

/** A day's calls as one bar. */
export interface CallOfTime {
  readonly at: number
  readonly talkedMs: number
  readonly isHard: boolean
}

export interface PersonFile {
  readonly person: Person
  readonly standing: PersonStanding
  /** Answered calls of the last 90 days. */
  readonly lately: readonly CallOfTime[]
  /** The newest first, no more than were asked for. */
  readonly events: readonly PersonEvent[]
  readonly total: number
}

export async function personFile(
  database: SteadylineDatabase,
  key: PersonKey,
  limit: number,
  now: number,
): Promise<PersonFile | null> {
  const person = await database.people.get(key)
  if (!person) return null
  const calls = await callsOf(database, person)
  const ids = calls.map(({ call }) => call.id)
  const [callbacks, briefs, incidents, standing] = await Promise.all([
    callbacksOf(database, person, ids),
    briefsOf(database, person),
    database.incidents.bulkGet(ids),
    standingFrom(database, calls, now),
  ])
  const events: readonly PersonEvent[] = [
    ...calls.map((judged) => ({ type: 'call', at: judged.call.startedAt, key: `call ${judged.call.id}`, ...judged }) as const),
    ...callbacks.map(
      (callback) => ({ type: 'callback', at: callback.due.at, key: `callback ${callback.id}`, callback }) as const,
    ),
    ...briefs.map((record) => ({ type: 'brief', at: record.at, key: `brief ${record.brief.id}`, record }) as const),
    ...incidents.flatMap((incident) =>
      incident ? [{ type: 'incident', at: incident.at, key: `incident ${incident.id}`, incident } as const] : [],
    ),
  ]
  const since = now - longDays * 24 * 60 * 60 * 1000
  return {
    person,
    standing,
    lately: calls.flatMap(({ call, note }) =>
      call.startedAt >= since && call.answeredAt !== null
        ? [{ at: call.startedAt, talkedMs: call.talk.collected, isHard: isHard(note) }]
        : [],
    ),
    events: events.toSorted((one, other) => other.at - one.at).slice(0, limit),
    total: events.length,
  }
}

/** Promised to one of their numbers, or in one of their calls. */
async function callbacksOf(
  { callbacks }: SteadylineDatabase,
  person: Person,
  calls: readonly string[],
): Promise<readonly Callback[]> {
  const [byNumber, byCall] = await Promise.all([
    callbacks.where('person.number').anyOf(numbersOf(person)).toArray(),
    callbacks
      .where('callId')
      .anyOf([...calls])
      .toArray(),
  ])
  return [...new Map([...byNumber, ...byCall].map((callback) => [callback.id, callback])).values()]
}

async function briefsOf({ briefs }: SteadylineDatabase, person: Person): Promise<readonly BriefRecord[]> {
  const numbers = new Set(numbersOf(person))
  return numbers.size === 0 ? [] : briefs.filter(({ brief }) => numbers.has(brief.caller.number)).toArray()
}

function numbersOf({ numbers, written }: Person): string[] {
  return [...new Set([...numbers, ...written])]
}

async function standingFrom(
  { playbooks }: SteadylineDatabase,
  calls: readonly JudgedCall[],
  now: number,
): Promise<PersonStanding> {
  const versions = [...new Set(calls.flatMap(({ note }) => note?.handling?.playbook.version ?? []))]
  const found = await playbooks.bulkGet(versions)
  const byVersion = new Map(found.flatMap((playbook) => (playbook ? [[playbook.version, playbook] as const] : [])))
  return personStanding(calls, (version) => byVersion.get(version), now)
}
