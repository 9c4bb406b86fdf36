import type { Call, CallId } from '../../shared/call/call.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import { type Day, type DayCall, isUnfinished } from '../../shared/review/day-figures.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { FollowedIncident, ReviewedCall, ReviewedDay } from './reviewed.ts'

export function callsOfDay(database: SteadylineDatabase, { from, to }: Day): Promise<ReviewedDay> {
  const { calls, notes, incidents, callbacks } = database
  return database.transaction('r', calls, notes, incidents, callbacks, async () => {
    const found = await calls.where('startedAt').between(from, to).sortBy('startedAt')
    const ids = found.map(({ id }) => id)
    return {
      calls: await withNotes(database, found),
      incidents: (await incidents.bulkGet(ids)).filter((incident) => incident !== undefined),
      promised: await callbacks.where('callId').anyOf(ids).toArray(),
      due: await callbacks.where('due.at').between(from, to).toArray(),
    }
  })
}

export function unfinished(database: SteadylineDatabase, since: number): Promise<readonly DayCall[]> {
  return database.transaction('r', database.calls, database.notes, async () => {
    const found = await database.calls.where('startedAt').aboveOrEqual(since).sortBy('startedAt')
    return (await withNotes(database, found)).filter(isUnfinished)
  })
}

export function openIncidents(database: SteadylineDatabase): Promise<readonly FollowedIncident[]> {
  const { calls, notes, incidents } = database
  return database.transaction('r', calls, notes, incidents, async () => {
    const open = await incidents
      .orderBy('at')
      .filter(({ reported }) => reported === null)
      .toArray()
    const ids = open.map(({ id }) => id)
    const [theirs, written] = await Promise.all([calls.bulkGet(ids), notes.bulkGet(ids)])
    return open.flatMap((incident, index) => {
      const call = theirs[index]
      return call ? [{ incident, call, note: written[index] ?? null }] : []
    })
  })
}

export function learnt(database: SteadylineDatabase): Promise<readonly DayCall[]> {
  return database.transaction('r', database.calls, database.notes, async () => {
    const ids = await database.notes.orderBy('learning').primaryKeys()
    return newestFirst(await withNotes(database, await callsWith(database, ids)))
  })
}

export function callAsReviewed(database: SteadylineDatabase, id: CallId): Promise<ReviewedCall | null> {
  const { calls, notes, incidents, people } = database
  return database.transaction('r', calls, notes, incidents, people, async () => {
    const call = await calls.get(id)
    if (call === undefined) return null
    const note = (await notes.get(id)) ?? null
    const linked = await withNotes(database, await callsWith(database, note?.links ?? []))
    const known = note?.person ? people.get(note.person) : people.where('written').equals(call.party.number).first()
    return {
      ...{ call, note },
      incident: (await incidents.get(id)) ?? null,
      linked: newestFirst(linked),
      person: (await known) ?? null,
    }
  })
}

/** By the numbers they were called under, and by what the agent said in a note. */
export function callsOfPerson(
  database: SteadylineDatabase,
  key: PersonKey,
): Promise<{ readonly name: string; readonly calls: readonly DayCall[] } | null> {
  const { people, calls, notes } = database
  return database.transaction('r', people, calls, notes, async () => {
    const person = await people.get(key)
    if (person === undefined) return null
    const byNumber = await calls.where('party.number').anyOf(person.written).primaryKeys()
    const byNote = await notes.where('person').equals(key).primaryKeys()
    const found = await withNotes(database, await callsWith(database, [...new Set([...byNumber, ...byNote])]))
    const theirs = found.filter(({ note }) => note?.person === undefined || note.person === key)
    return { name: person.name, calls: newestFirst(theirs) }
  })
}

async function callsWith({ calls }: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly Call[]> {
  return (await calls.bulkGet([...ids])).filter((call) => call !== undefined)
}

async function withNotes({ notes }: SteadylineDatabase, calls: readonly Call[]): Promise<readonly DayCall[]> {
  const written = await notes.bulkGet(calls.map(({ id }) => id))
  return calls.map((call, index) => ({ call, note: written[index] ?? null }))
}

function newestFirst(calls: readonly DayCall[]): readonly DayCall[] {
  return [...calls].sort((one, other) => other.call.startedAt - one.call.startedAt)
}
