import { isPractice } from '../../shared/call/call.ts'
import type { Person } from '../../shared/people/person.ts'
import type { SteadylineDatabase } from '../storage/database.ts'

/** What a written number is filed under; null where it does not tell who it is. */
export type NumberOf = (written: string) => string | null

/** The name last said with each of these numbers, the one said last of all at the end; without those that only colleagues and practice callers had. */
export async function namesSaid({ calls }: SteadylineDatabase, written: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const said = new Map<string, { readonly name: string; readonly at: number }>()
  const found = await calls
    .where('party.number')
    .anyOf([...written])
    .toArray()
  for (const call of found) {
    if (call.consultFor !== null || isPractice(call)) continue
    const { name, number } = call.party
    const known = said.get(number)
    if (!known || (name !== '' && (known.name === '' || call.startedAt >= known.at)))
      said.set(number, { name, at: call.startedAt })
  }
  const inOrder = [...said].toSorted(([, one], [, other]) => one.at - other.at)
  return new Map(inOrder.map(([number, { name }]) => [number, name]))
}

/**
 * Gives each number to the person it belongs to, who is made where there is none; answers how many were not theirs before.
 *
 * In one transaction, so that two who file the same number at once file it once.
 */
export function fileNumbers(
  database: SteadylineDatabase,
  said: ReadonlyMap<string, string>,
  numberOf: NumberOf,
  now: number,
): Promise<number> {
  const numbers = new Map([...said.keys()].map((written) => [written, numberOf(written)]))
  if ([...numbers.values()].every((number) => number === null)) return Promise.resolve(0)
  const { people } = database
  return database.transaction('rw', people, async () => {
    const owners = await people
      .where('numbers')
      .anyOf([...numbers.values()].flatMap((number) => number ?? []))
      .or('written')
      .anyOf([...said.keys()])
      .toArray()
    const byNumber = new Map(owners.flatMap((person) => person.numbers.map((number) => [number, person.id] as const)))
    const byWritten = new Map(owners.flatMap((person) => person.written.map((writing) => [writing, person.id] as const)))
    const all = new Map(owners.map((person) => [person.id, person]))
    const changed = new Set<string>()
    let filed = 0
    for (const [written, name] of said) {
      const number = numbers.get(written) ?? null
      if (number === null) continue
      const id = byWritten.get(written) ?? byNumber.get(number)
      const before = id === undefined ? newPerson(now) : (all.get(id) ?? newPerson(now))
      const after = withName(byWritten.has(written) ? before : withWriting(before, written, number), name)
      if (after === before) continue
      if (!byWritten.has(written)) filed += 1
      all.set(after.id, { ...after, updatedAt: now })
      byNumber.set(number, after.id)
      byWritten.set(written, after.id)
      changed.add(after.id)
    }
    await people.bulkPut([...changed].flatMap((key) => all.get(key) ?? []))
    return filed
  })
}

function newPerson(now: number): Person {
  const id = crypto.randomUUID()
  return { id, name: '', namedBy: 'dialer', numbers: [], written: [], remarks: [], createdAt: now, updatedAt: now }
}

function withWriting(person: Person, writing: string, number: string): Person {
  const numbers = person.numbers.includes(number) ? person.numbers : [...person.numbers, number]
  return { ...person, numbers, written: [...person.written, writing] }
}

/** A dialer's name stands until the dialer says another, and never replaces what the agent wrote. */
function withName(person: Person, name: string): Person {
  return person.namedBy === 'agent' || name === '' || name === person.name ? person : { ...person, name }
}
