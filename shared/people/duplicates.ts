import type { Person, PersonKey } from './person.ts'

/** Two people who may be one, and why. */
export interface Duplicate {
  readonly one: Person
  readonly other: Person
  readonly because: 'name' | 'number'
}

/** Digits a number without a country needs to be compared with one that has it. */
const enoughDigits = 7

/** Most people under one name who are still asked about: more of them share a switchboard's name, not a life. */
const mostNamesakes = 4

/** Pairs of the same name, and of numbers that differ only by a missing country; none the agent has said are two. */
export function duplicatesAmong(people: readonly Person[], folded: (text: string) => string): readonly Duplicate[] {
  const found = new Map<string, Duplicate>()
  const pair = (one: Person, other: Person, because: Duplicate['because']) => {
    if (one.id === other.id || one.apart?.includes(other.id) || other.apart?.includes(one.id)) return
    const key = [one.id, other.id].toSorted().join(' ')
    if (!found.has(key)) found.set(key, { one, other, because })
  }
  const local = new Map<string, Person>()
  for (const person of people)
    for (const number of person.numbers) if (isLocal(number)) local.set(number.replace(/^0+/, ''), person)
  for (const person of people)
    for (const number of person.numbers)
      for (const rest of withoutCountry(number)) {
        const other = local.get(rest)
        if (other) pair(person, other, 'number')
      }
  for (const namesakes of byName(people, folded).values()) {
    const [first, ...others] = namesakes
    if (first === undefined || namesakes.length > mostNamesakes) continue
    for (const other of others) pair(first, other, 'name')
  }
  return [...found.values()]
}

function byName(people: readonly Person[], folded: (text: string) => string): ReadonlyMap<string, readonly Person[]> {
  const named = new Map<string, Person[]>()
  for (const person of people) {
    const name = folded(person.name).trim().replace(/\s+/g, ' ')
    if (name === '') continue
    const others = named.get(name)
    if (others) others.push(person)
    else named.set(name, [person])
  }
  return named
}

function isLocal(number: string): boolean {
  return /^\d+$/.test(number) && number.replace(/^0+/, '').length >= enoughDigits
}

/** What is left of an E.164 number for each length a country's code may have. */
function withoutCountry(number: string): readonly string[] {
  return /^\+\d+$/.test(number) ? [2, 3, 4].map((from) => number.slice(from)) : []
}

/** The person with one more they are not. */
export function setApart(person: Person, other: PersonKey, now: number): Person {
  return { ...person, apart: [...new Set([...(person.apart ?? []), other])], updatedAt: now }
}
