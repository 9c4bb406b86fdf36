import type { JudgedCall } from '../../shared/people/one-time-or-pattern.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { SteadylineDatabase } from '../storage/database.ts'

/**
 * Every call with this person, the newest first: from their numbers, and those whose note names them.
 *
 * A call whose note names somebody else is that one's, as long as that one is there. Talks with colleagues are left out.
 */
export function callsOf(database: SteadylineDatabase, person: Pick<Person, 'id' | 'written'>): Promise<readonly JudgedCall[]> {
  const { calls, notes, people } = database
  return database.transaction('r', calls, notes, people, () => readCallsOf(database, person))
}

async function readCallsOf(
  database: SteadylineDatabase,
  { id, written }: Pick<Person, 'id' | 'written'>,
): Promise<readonly JudgedCall[]> {
  const { calls, notes } = database
  const [byNumber, naming] = await Promise.all([
    calls
      .where('party.number')
      .anyOf([...written])
      .toArray(),
    notes.where('person').equals(id).toArray(),
  ])
  const theirs = new Set(byNumber.map((call) => call.id))
  const named = await calls.bulkGet(naming.flatMap((note) => (theirs.has(note.id) ? [] : [note.id])))
  const found = [...byNumber, ...named.flatMap((call) => (call ? [call] : []))].filter(({ consultFor }) => consultFor === null)
  const noted = await notes.bulkGet(found.map((call) => call.id))
  const all = found.map((call, index) => ({ call, note: noted[index] ?? null }))
  const elsewhere = await others(database, id, all)
  return all
    .filter(({ note }) => note?.person === undefined || !elsewhere.has(note.person))
    .toSorted((one, other) => other.call.startedAt - one.call.startedAt)
}

/** People other than this one whom these calls name, and who are still there. */
async function others(
  { people }: SteadylineDatabase,
  id: PersonKey,
  calls: readonly JudgedCall[],
): Promise<ReadonlySet<PersonKey>> {
  const named = new Set(calls.flatMap(({ note }) => (note?.person && note.person !== id ? [note.person] : [])))
  const there = await people.bulkGet([...named])
  return new Set(there.flatMap((person) => (person ? [person.id] : [])))
}

/** Whose call it is: the one its note names, else the one its number belongs to. */
export async function personOfCall(
  { people, notes }: SteadylineDatabase,
  { id, party }: JudgedCall['call'],
): Promise<Person | null> {
  const named = (await notes.get(id))?.person
  const person = named === undefined ? undefined : await people.get(named)
  if (person) return person
  return party.number === '' ? null : ((await people.where('written').equals(party.number).first()) ?? null)
}
