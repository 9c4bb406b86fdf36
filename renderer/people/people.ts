import type { CallId } from '../../shared/call/call.ts'
import { type Duplicate, duplicatesAmong, setApart } from '../../shared/people/duplicates.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { Readable } from '../../shared/readable.ts'
import { type Result, success } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'
import { folded } from '../words/folded.ts'
import { searchFor } from '../words/search-for.ts'
import { personOfCall } from './calls-of.ts'
import { type NumberOf, namesSaid } from './file-numbers.ts'
import { merge, moveCall, split, type Undo } from './mend-people.ts'
import { type PersonFile, personFile } from './person-file.ts'
import { type SeenPerson, seenLately, whenSeen } from './seen-lately.ts'
import { writingsOf } from './writings-of.ts'

export interface FoundPeople {
  readonly people: readonly SeenPerson[]
  readonly total: number
}

/** Takes a change back; false when the store is shut. */
export type TakeBack = () => Promise<boolean>

/** What a change came to: how to take it back, or null when there was nothing to change. */
export type Mended = Result<TakeBack | null, StorageFailure>

/** Everybody outside who has called or was called. */
export interface People {
  /** Those spoken with last when nothing is asked, else who matches every word by name, by number or by remark, by name. */
  watch(query: string, limit: number): Readable<FoundPeople | undefined>
  /** Null when they are not there any more. */
  watchOne(key: PersonKey): Readable<Person | null | undefined>
  /** Everything there was with them, the newest first; null when they are not there any more. */
  watchFile(key: PersonKey, limit: number): Readable<PersonFile | null | undefined>
  watchDuplicates(): Readable<readonly Duplicate[] | undefined>
  /** Whose call it is; null while nobody is known by it. */
  watchOwner(call: CallId): Readable<Person | null | undefined>
  /** By a number, however it is written. */
  find(written: string): Promise<Person | null>
  rename(key: PersonKey, name: string): Promise<Mended>
  remark(key: PersonKey, remarks: readonly string[]): Promise<Mended>
  merge(keep: PersonKey, gone: PersonKey): Promise<Mended>
  /** The agent says that two are not one. */
  setApart(one: PersonKey, other: PersonKey): Promise<Mended>
  split(key: PersonKey, number: string): Promise<Mended>
  moveCall(call: CallId, person: PersonKey | null): Promise<Mended>
  /** Somebody new, whose call this is: a caller without a number. */
  nameCaller(call: CallId, name: string): Promise<Mended>
}

export function createPeople(storage: Storage, numberOf: () => NumberOf, now: () => number = Date.now): People {
  async function mend(change: (database: SteadylineDatabase) => Promise<Undo | null>): Promise<Mended> {
    const done = await storage.run(change)
    if (!done.ok || done.value === null) return done.ok ? success(null) : done
    const undo = done.value
    return success(async () => (await storage.run(undo)).ok)
  }

  /** Changes one row; taken back, only what was changed goes back. */
  function edit(key: PersonKey, part: (person: Person) => Partial<Person>): Promise<Mended> {
    return mend((database) =>
      database.transaction('rw', database.people, async () => {
        const before = await database.people.get(key)
        if (!before) return null
        const changed = part(before)
        await database.people.put({ ...before, ...changed, updatedAt: now() })
        const fields = Object.keys(changed) as (keyof Person)[]
        const old = Object.fromEntries(fields.map((field) => [field, before[field]]))
        return async (store) => void (await store.people.where('id').equals(key).modify(old))
      }),
    )
  }

  return {
    watch: (query, limit) => watched<FoundPeople | undefined>(storage, undefined, (database) => find(database, query, limit)),
    watchOne: (key) =>
      watched<Person | null | undefined>(storage, undefined, async (database) => (await database.people.get(key)) ?? null),
    watchFile: (key, limit) =>
      watched<PersonFile | null | undefined>(storage, undefined, (database) => personFile(database, key, limit, now())),
    watchDuplicates: () =>
      watched<readonly Duplicate[] | undefined>(storage, undefined, async ({ people }) =>
        duplicatesAmong(await people.toArray(), folded),
      ),
    watchOwner: (id) =>
      watched<Person | null | undefined>(storage, undefined, async (database) => {
        const call = await database.calls.get(id)
        return call ? personOfCall(database, call) : null
      }),
    async find(written) {
      const number = numberOf()(written)
      if (number === null) return null
      const found = await storage.run(({ people }) => people.where('numbers').equals(number).first())
      return found.ok ? (found.value ?? null) : null
    },
    rename: (key, name) => edit(key, () => ({ name: name.trim(), namedBy: 'agent' })),
    remark: (key, remarks) => edit(key, () => ({ remarks })),
    merge: (keep, gone) => mend((database) => merge(database, keep, gone, now())),
    setApart: (one, other) => edit(one, (person) => ({ apart: setApart(person, other, now()).apart ?? [] })),
    split: (key, number) =>
      mend(async (database) => {
        const person = await database.people.get(key)
        if (!person) return null
        const said = await namesSaid(database, writingsOf(person, number, numberOf()))
        const name = [...said.values()].find((one) => one !== '') ?? ''
        return split(database, key, number, { id: crypto.randomUUID(), name, numberOf: numberOf(), now: now() })
      }),
    moveCall: (call, person) => mend((database) => moveCall(database, call, person, now())),
    nameCaller: (call, name) =>
      mend((database) =>
        database.transaction('rw', database.calls, database.notes, database.people, async () => {
          const id = crypto.randomUUID()
          const stamps = { createdAt: now(), updatedAt: now() }
          const undo = await moveCall(database, call, id, now())
          if (undo === null) return null
          await database.people.put({ id, name: name.trim(), namedBy: 'agent', numbers: [], written: [], remarks: [], ...stamps })
          return async (store) => {
            await undo(store)
            await store.people.delete(id)
          }
        }),
      ),
  }
}

async function find(database: SteadylineDatabase, query: string, limit: number): Promise<FoundPeople> {
  const { people } = database
  if (query.trim() === '') return { people: await seenLately(database, limit), total: await people.count() }
  const matches = searchFor(query)
  const digits = query.replace(/\D/g, '')
  const isNumber = digits.length > 2 && /^[\d\s+().-]+$/.test(query)
  const all = await people.toArray()
  const found = all.filter(({ name, numbers, remarks }) =>
    isNumber ? numbers.some((number) => number.includes(digits.replace(/^0+/, ''))) : matches(name, ...numbers, ...remarks),
  )
  const shown = found.toSorted((one, other) => one.name.localeCompare(other.name)).slice(0, limit)
  return { people: await whenSeen(database, shown), total: found.length }
}
