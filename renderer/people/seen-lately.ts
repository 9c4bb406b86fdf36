import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { SteadylineDatabase } from '../storage/database.ts'

/** Somebody, and when there was last a call with them from one of their numbers. */
export interface SeenPerson {
  readonly person: Person
  readonly lastCallAt: number | null
}

/** Calls read at a stretch while looking for enough people. */
const stretch = 200

/** Those of the latest calls, everybody once; then those without a call, until there are enough. */
export async function seenLately(database: SteadylineDatabase, limit: number): Promise<readonly SeenPerson[]> {
  const { calls, people } = database
  const seen = new Map<PersonKey, SeenPerson>()
  for (let offset = 0; seen.size < limit; offset += stretch) {
    const latest = await calls.orderBy('startedAt').reverse().offset(offset).limit(stretch).toArray()
    const written = [...new Set(latest.flatMap(({ party }) => (party.number ? [party.number] : [])))]
    const owners = await people.where('written').anyOf(written).toArray()
    const byWritten = new Map(owners.flatMap((person) => person.written.map((writing) => [writing, person] as const)))
    for (const { party, startedAt } of latest) {
      const person = byWritten.get(party.number)
      if (person && !seen.has(person.id) && seen.size < limit) seen.set(person.id, { person, lastCallAt: startedAt })
    }
    if (latest.length < stretch) break
  }
  if (seen.size < limit) {
    const rest = await people.orderBy('name').limit(limit).toArray()
    for (const person of rest) if (!seen.has(person.id) && seen.size < limit) seen.set(person.id, { person, lastCallAt: null })
  }
  return [...seen.values()]
}

export async function whenSeen({ calls }: SteadylineDatabase, people: readonly Person[]): Promise<readonly SeenPerson[]> {
  const found = await calls
    .where('party.number')
    .anyOf(people.flatMap(({ written }) => written))
    .toArray()
  const last = new Map<string, number>()
  for (const { party, startedAt } of found) last.set(party.number, Math.max(last.get(party.number) ?? 0, startedAt))
  return people.map((person) => {
    const at = Math.max(0, ...person.written.map((writing) => last.get(writing) ?? 0))
    return { person, lastCallAt: at === 0 ? null : at }
  })
}
