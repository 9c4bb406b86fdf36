import type { Suggestion } from '../../shared/transfer/ranking.ts'
import { searchFor } from '../words/search-for.ts'

/** Those whose name, number or topics hold every word. */
export function findPeople(people: readonly Suggestion[], query: string): readonly Suggestion[] {
  const holds = searchFor(query)
  return people.filter(({ person: { name, number, topics } }) => holds(name, number, ...topics))
}
