import { type Call, type CallId, wasAnswered } from '../../shared/call/call.ts'
import type { Note } from '../../shared/notes/note.ts'
import { isHard, judged, patternDays, type Standing } from '../../shared/people/one-time-or-pattern.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import { onChangedRows } from '../storage/changed-rows.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage } from '../storage/storage.ts'

const patternMs = patternDays * 24 * 60 * 60 * 1000

interface RecentCall {
  readonly id: CallId
  readonly number: string
  readonly startedAt: number
  readonly hard: boolean
  readonly person: PersonKey | undefined
}

export interface RecentStandings {
  /** Undefined for a number that nobody is filed under, and while it is read. */
  of(call: Call): Standing | undefined
  /** Resolves when everything that changed so far is read. */
  settled(): Promise<void>
  stop(): void
}

/** Who called in the last 30 days, kept in memory as the store has it: a few words a call. */
export function keepRecentStandings(storage: Storage, now: () => number = Date.now): RecentStandings {
  const calls = new Map<CallId, RecentCall>()
  const people = new Map<PersonKey, readonly string[]>()
  const owners = new Map<string, PersonKey>()
  /** Every number of anybody, as it was written: without an owner here, they have not called lately. */
  const filed = new Set<string>()
  let isRead = false
  let reading: Promise<unknown> = storage.run((database) => atOnce(database, readAll))
  const off = onChangedRows(['calls', 'notes', 'people'], (ids) => {
    const read = (database: SteadylineDatabase) => (ids === null ? readAll(database) : readSome(database, ids))
    reading = reading.then(() => storage.run((database) => atOnce(database, read)))
  })

  async function readAll(database: SteadylineDatabase): Promise<void> {
    const found = await database.calls
      .where('startedAt')
      .above(now() - patternMs)
      .toArray()
    const notes = await database.notes.bulkGet(found.map(({ id }) => id))
    const written = [...new Set(found.map(({ party }) => party.number))]
    const named = [...new Set(notes.flatMap((note) => note?.person ?? []))]
    const [byNumber, byKey] = await Promise.all([
      database.people.where('written').anyOf(written).toArray(),
      database.people.bulkGet(named),
    ])
    const all = await database.people.orderBy('written').uniqueKeys()
    for (const kept of [calls, people, owners, filed]) kept.clear()
    for (const writing of all) filed.add(String(writing))
    for (const person of [...byNumber, ...byKey]) if (person) take(person)
    for (const [index, call] of found.entries()) note(call, notes[index])
    isRead = true
  }

  async function readSome(database: SteadylineDatabase, ids: readonly string[]): Promise<void> {
    const keys = [...ids]
    const [changed, notes, persons] = await Promise.all([
      database.calls.bulkGet(keys),
      database.notes.bulkGet(keys),
      database.people.bulkGet(keys),
    ])
    for (const key of keys) {
      calls.delete(key)
      forget(key)
    }
    for (const [index, call] of changed.entries()) if (call) note(call, notes[index])
    for (const person of persons) if (person) take(person)
    const unowned = changed.flatMap((call) => (call && !owners.has(call.party.number) ? [call.party.number] : []))
    if (unowned.length > 0) for (const person of await database.people.where('written').anyOf(unowned).toArray()) take(person)
  }

  function take({ id, written }: Person): void {
    people.set(id, written)
    for (const writing of written) {
      owners.set(writing, id)
      filed.add(writing)
    }
  }

  function forget(key: PersonKey): void {
    for (const writing of people.get(key) ?? []) if (owners.get(writing) === key) owners.delete(writing)
    people.delete(key)
  }

  function note(call: Call, written: Note | undefined): void {
    if (!wasAnswered(call) || call.consultFor !== null || call.startedAt < now() - patternMs) return
    const { id, party, startedAt } = call
    calls.set(id, { id, number: party.number, startedAt, hard: isHard(written ?? null), person: written?.person })
  }

  function ownerOf({ number, person }: RecentCall): PersonKey | undefined {
    return person !== undefined && people.has(person) ? person : owners.get(number)
  }

  return {
    of({ id, party, startedAt }) {
      const owner = owners.get(party.number)
      if (!isRead) return undefined
      if (owner === undefined) return filed.has(party.number) ? judged(0, 0) : undefined
      const since = startedAt - patternMs
      const earlier = [...calls.values()].filter(
        (call) => ownerOf(call) === owner && call.id !== id && call.startedAt >= since && call.startedAt <= startedAt,
      )
      return judged(earlier.length, earlier.filter(({ hard }) => hard).length)
    },
    async settled() {
      let last: Promise<unknown>
      do {
        last = reading
        await last
      } while (last !== reading)
    },
    stop: off,
  }
}

/** Each look of its own would be a transaction of its own. */
function atOnce(database: SteadylineDatabase, read: (database: SteadylineDatabase) => Promise<void>): Promise<void> {
  return database.transaction('r', database.calls, database.notes, database.people, () => read(database))
}
