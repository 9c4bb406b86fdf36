import type { CallId } from '../../shared/call/call.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { NumberOf } from './file-numbers.ts'
import { writingsOf } from './writings-of.ts'

/** Takes a change back, and leaves what came since as it is. */
export type Undo = (database: SteadylineDatabase) => Promise<void>

/** Two who are one: everything of `gone` is the other's now. Null when either is no longer there. */
export function merge(database: SteadylineDatabase, keep: PersonKey, gone: PersonKey, now: number): Promise<Undo | null> {
  const { people, notes } = database
  return database.transaction('rw', people, notes, async () => {
    const [kept, absorbed] = await people.bulkGet([keep, gone])
    if (!kept || !absorbed || keep === gone) return null
    const named = await notes.where('person').equals(gone).primaryKeys()
    const apart = union(kept.apart ?? [], await apartFrom(database, absorbed))
    const merged: Person = {
      ...kept,
      ...nameOf(kept, absorbed),
      numbers: union(kept.numbers, absorbed.numbers),
      written: union(kept.written, absorbed.written),
      remarks: union(kept.remarks, absorbed.remarks),
      ...(apart.length === 0 ? {} : { apart }),
      updatedAt: now,
    }
    await people.put(merged)
    await people.delete(gone)
    await notes.where('person').equals(gone).modify({ person: keep })
    return (store) => unmerge(store, { kept, merged, absorbed, named })
  })
}

/** Whoever the agent said somebody is not, whichever of the two was asked about. */
async function apartFrom({ people }: SteadylineDatabase, { id, apart = [] }: Person): Promise<readonly PersonKey[]> {
  const naming = (await people.toArray()).filter((person) => person.apart?.includes(id))
  return union(
    apart,
    naming.map((person) => person.id),
  )
}

interface Merged {
  readonly kept: Person
  readonly merged: Person
  readonly absorbed: Person
  /** Notes that named the absorbed one. */
  readonly named: readonly CallId[]
}

function unmerge(database: SteadylineDatabase, { kept, merged, absorbed, named }: Merged): Promise<void> {
  const { people, notes } = database
  return database.transaction('rw', people, notes, async () => {
    const now = (await people.get(kept.id)) ?? merged
    const isUntouched = now.name === merged.name
    const { apart = [], ...rest } = now
    const stillApart = except(apart, except(merged.apart ?? [], kept.apart ?? []))
    await people.bulkPut([
      {
        ...rest,
        ...(stillApart.length === 0 ? {} : { apart: stillApart }),
        name: isUntouched ? kept.name : now.name,
        namedBy: isUntouched ? kept.namedBy : now.namedBy,
        numbers: except(now.numbers, except(absorbed.numbers, kept.numbers)),
        written: except(now.written, except(absorbed.written, kept.written)),
        remarks: except(now.remarks, except(absorbed.remarks, kept.remarks)),
        updatedAt: kept.updatedAt,
      },
      absorbed,
    ])
    const still = (await notes.bulkGet([...named])).flatMap((note) => (note?.person === kept.id ? [note] : []))
    await notes.bulkPut(still.map((note) => ({ ...note, person: absorbed.id })))
  })
}

/** One of somebody's numbers becomes a person of its own, with the calls from it. Null when it is their only one. */
export function split(
  database: SteadylineDatabase,
  person: PersonKey,
  number: string,
  {
    id,
    name,
    numberOf,
    now,
  }: { readonly id: PersonKey; readonly name: string; readonly numberOf: NumberOf; readonly now: number },
): Promise<Undo | null> {
  const { people } = database
  return database.transaction('rw', people, async () => {
    const before = await people.get(person)
    if (!before?.numbers.includes(number) || before.numbers.length < 2) return null
    const written = writingsOf(before, number, numberOf)
    const stamps = { createdAt: now, updatedAt: now }
    await people.bulkPut([
      { ...before, numbers: except(before.numbers, [number]), written: except(before.written, written), updatedAt: now },
      { id, name, namedBy: 'dialer', numbers: [number], written, remarks: [], apart: [person], ...stamps },
    ])
    return (store) => unsplit(store, before, id)
  })
}

function unsplit(database: SteadylineDatabase, before: Person, id: PersonKey): Promise<void> {
  const { people, notes } = database
  return database.transaction('rw', people, notes, async () => {
    const [now, apart] = await people.bulkGet([before.id, id])
    if (!now || !apart) return
    await people.put({
      ...now,
      numbers: union(before.numbers, union(now.numbers, apart.numbers)),
      written: union(before.written, union(now.written, apart.written)),
      remarks: union(now.remarks, apart.remarks),
      updatedAt: before.updatedAt,
    })
    await people.delete(id)
    await notes.where('person').equals(id).modify({ person: before.id })
  })
}

/** One call is somebody else's, whatever its number says; null gives it back to its number. */
export function moveCall(database: SteadylineDatabase, id: CallId, person: PersonKey | null, now: number): Promise<Undo | null> {
  const { calls, notes } = database
  return database.transaction('rw', calls, notes, async () => {
    const [call, before] = [await calls.get(id), await notes.get(id)]
    if (!call) return null
    await notes.put(owned(before ?? blankNote(call.id, call.dialer === 'practice', now), person))
    return async (store) => {
      await store.transaction('rw', store.notes, async () => {
        const after = await store.notes.get(id)
        if (!after) return
        const isBlank = before === undefined && after.text === '' && after.handling === null
        if (isBlank) await store.notes.delete(id)
        else await store.notes.put(owned(after, before?.person ?? null))
      })
    }
  })
}

function owned({ person: _, ...note }: Note, person: PersonKey | null): Note {
  return person === null ? note : { ...note, person }
}

/** Of a call nobody wrote about, such as a missed one. */
function blankNote(id: CallId, practice: boolean, now: number): Note {
  const ending = { state: 'saved', disposition: null, dispositionLabel: null, handling: null } as const
  return { id, text: '', ...ending, practice, createdAt: now, updatedAt: now }
}

function nameOf(kept: Person, absorbed: Person): Pick<Person, 'name' | 'namedBy'> {
  const from = kept.name === '' || (kept.namedBy === 'dialer' && absorbed.namedBy === 'agent') ? absorbed : kept
  return { name: from.name, namedBy: from.name === '' ? 'dialer' : 'agent' }
}

function union(ones: readonly string[], others: readonly string[]): readonly string[] {
  return [...new Set([...ones, ...others])]
}

function except(ones: readonly string[], others: readonly string[]): readonly string[] {
  return ones.filter((one) => !others.includes(one))
}
