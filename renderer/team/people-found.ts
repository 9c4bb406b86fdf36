import type { Colleague } from '../../shared/transfer/colleague.ts'
import { searchFor } from '../words/search-for.ts'

/** Those whose name, number or topics hold every word, by name. */
export function peopleFound(people: readonly Colleague[], query: string): readonly Colleague[] {
  const holds = searchFor(query)
  return people
    .filter(({ name, number, topics }) => holds(name, number, number.replace(/\D/g, ''), ...topics))
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
