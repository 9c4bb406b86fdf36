import type { Colleague } from '../../shared/transfer/colleague.ts'
import { folded } from '../words/folded.ts'
import type { WrittenPerson } from './person-from.ts'

export interface Merged {
  readonly people: readonly Colleague[]
  readonly added: number
  readonly changed: number
  /** Known already, just like this. */
  readonly same: number
}

/**
 * The directory with these people in it, each once.
 *
 * Two are the same person with one name at the hub, or with one name and no two different numbers: colleagues who share a
 * switchboard stay apart, and so do two who share a name. What is newly given stands, what is not given stays.
 */
export function mergePeople(known: readonly Colleague[], written: readonly WrittenPerson[]): Merged {
  const people = [...known]
  const places = new Map<string, number[]>()
  const ids = new Map(known.map(({ id }, index) => [id, index]))
  const remember = ({ name }: Pick<Colleague, 'name'>, index: number) => {
    const key = nameKey(name)
    places.set(key, [...(places.get(key) ?? []), index])
  }
  for (const [index, person] of people.entries()) remember(person, index)
  const original = people.length
  const changed = new Set<number>()
  const same = new Set<number>()

  for (const person of written) {
    const index = ids.get(person.id) ?? placeOf(person)
    const before = index === undefined ? undefined : people[index]
    if (index === undefined || before === undefined) {
      const added = { ...person, id: person.id || freeId(person.name, ids), role: person.role ?? 'expert' }
      ids.set(added.id, people.length)
      remember(added, people.length)
      people.push(added)
    } else {
      const after = joined(before, person)
      if (nameKey(before.name) !== nameKey(after.name)) remember(after, index)
      people[index] = after
      if (index >= original) continue
      if (isSame(before, after)) same.add(index)
      else changed.add(index)
    }
  }
  for (const index of changed) same.delete(index)
  return { people, added: people.length - original, changed: changed.size, same: same.size }

  function placeOf(person: WrittenPerson): number | undefined {
    return places.get(nameKey(person.name))?.find((index) => {
      const other = people[index]
      return other !== undefined && (other.number === '' || person.number === '' || numberKey(other) === numberKey(person))
    })
  }
}

function joined(before: Colleague, after: WrittenPerson): Colleague {
  const topics = [
    ...before.topics,
    ...after.topics.filter((topic) => !before.topics.some((one) => folded(one) === folded(topic))),
  ]
  return {
    ...before,
    name: after.name,
    role: after.role ?? before.role,
    number: after.number || before.number,
    topics: topics.slice(0, 12),
  }
}

function isSame(one: Colleague, other: Colleague): boolean {
  return (
    one.name === other.name && one.role === other.role && one.number === other.number && one.topics.length === other.topics.length
  )
}

function nameKey(name: string): string {
  return folded(name).replace(/\s+/g, ' ').trim()
}

function numberKey({ number }: Pick<Colleague, 'number'>): string {
  if (/^sips?:/i.test(number)) return number.toLowerCase()
  return number.replace(/[^\d+*#]/g, '').replace(/^00/, '+')
}

/** An id of Latin letters for somebody who is nobody at the hub. */
export function freeId(name: string, taken: { has(id: string): boolean }): string {
  const plain = folded(name)
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.+|\.+$/g, '')
    .slice(0, 50)
    .replace(/\.+$/, '')
  const base = `book.${plain || 'colleague'}`
  let id = base
  for (let count = 2; taken.has(id); count += 1) id = `${base}.${count}`
  return id
}
