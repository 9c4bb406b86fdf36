import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { docOf } from './doc-of.ts'
import type { SearchDoc } from './search-doc.ts'

/** A call with what was written about it; a missed call usually has no note. */
export interface FoundCall {
  readonly call: CallRecord
  readonly note: Note | null
}

/** A call that began so long before the index was stored, in ms, may have changed after. */
const longestCall = 24 * 60 * 60 * 1000

/**
 * In the order of the ids, without those that are gone.
 *
 * Past Dexie, whose promises for two tables take a third longer: a list waits for this at every letter typed.
 */
export function readCalls(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly FoundCall[]> {
  if (ids.length === 0) return Promise.resolve([])
  return new Promise((resolve, reject) => {
    const transaction = database.backendDB().transaction(['calls', 'notes'], 'readonly')
    transaction.addEventListener('abort', () => reject(transaction.error))
    const [calls, notes] = [transaction.objectStore('calls'), transaction.objectStore('notes')]
    const found: FoundCall[] = []
    ids.forEach((id, index) => {
      const call: IDBRequest<CallRecord | undefined> = calls.get(id)
      const note: IDBRequest<Note | undefined> = notes.get(id)
      note.addEventListener('success', () => {
        if (call.result) found.push({ call: call.result, note: note.result ?? null })
        if (index === ids.length - 1) resolve(found)
      })
    })
  })
}

export function newestIds({ calls }: SteadylineDatabase, limit: number): Promise<readonly CallId[]> {
  return calls.orderBy('startedAt').reverse().limit(limit).primaryKeys()
}

export async function newestCalls(database: SteadylineDatabase, limit: number) {
  const ids = await newestIds(database, limit)
  return { hits: await readCalls(database, ids), total: await database.calls.count() }
}

export async function readDocs(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly SearchDoc[]> {
  const found = await readCalls(database, ids)
  const personOf = await peopleIn(database, found)
  return found.map((each) => docOf(each.call, each.note, personOf(each)))
}

/** Whose call each of these was, by what the agent said or else by the number. */
async function peopleIn({ people }: SteadylineDatabase, found: readonly FoundCall[]): Promise<(of: FoundCall) => Person | null> {
  const numbers = new Set(found.map(({ call }) => call.party.number))
  const keys = new Set(found.flatMap(({ note }) => note?.person ?? []))
  numbers.delete('')
  const [byNumber, byKey] = await Promise.all([
    people
      .where('written')
      .anyOf([...numbers])
      .toArray(),
    people.bulkGet([...keys]),
  ])
  const ofNumber = new Map(byNumber.flatMap((person) => person.written.map((number) => [number, person] as const)))
  const ofKey = new Map(byKey.flatMap((person) => (person ? [[person.id, person] as const] : [])))
  return ({ call, note }) => ofKey.get(note?.person ?? '') ?? ofNumber.get(call.party.number) ?? null
}

export async function callsOfPeople({ people, calls, notes }: SteadylineDatabase, keys: readonly PersonKey[]) {
  const found = await people.bulkGet([...keys])
  const numbers = found.flatMap((person) => person?.written ?? [])
  const ids = await Promise.all([
    calls.where('party.number').anyOf(numbers).primaryKeys(),
    notes
      .where('person')
      .anyOf([...keys])
      .primaryKeys(),
  ])
  return [...new Set(ids.flat())]
}

/** People at a stretch, in the order of their keys, and which of them may have changed since. */
export async function peopleAfter({ people }: SteadylineDatabase, last: PersonKey, changedAt: number, stretch: number) {
  const found = await people.where(':id').above(last).limit(stretch).toArray()
  return {
    last: found.at(-1)?.id ?? null,
    changed: found.filter(({ updatedAt }) => updatedAt >= changedAt - longestCall).map(({ id }) => id),
  }
}

/** What may have changed since. */
export async function idsChangedSince({ calls, notes }: SteadylineDatabase, changedAt: number): Promise<readonly CallId[]> {
  const since = changedAt - longestCall
  const found = await Promise.all([
    notes.where('updatedAt').aboveOrEqual(since).primaryKeys(),
    calls.where('startedAt').aboveOrEqual(since).primaryKeys(),
  ])
  return [...new Set(found.flat())]
}

export async function allIdsNewestFirst({ calls }: SteadylineDatabase): Promise<readonly CallId[]> {
  return (await calls.orderBy('startedAt').primaryKeys()).reverse()
}

/** Calls in which something was promised that is still to be kept. */
export async function openPromises({ callbacks }: SteadylineDatabase): Promise<readonly CallId[]> {
  const open = await callbacks.where('state').anyOf('pending', 'calling').toArray()
  return open.flatMap(({ callId }) => (callId === null ? [] : [callId]))
}
