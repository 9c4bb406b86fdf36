import type { Suggestion } from '../../shared/transfer/ranking.ts'
import { folded } from '../words/folded.ts'

/** Those whose name, number or topics hold every word. */
export function findPeople(people: readonly Suggestion[], query: string): readonly Suggestion[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return people.filter(({ person: { name, number, topics } }) => {
    const text = folded([name, number, ...topics].join(' '))
    return words.every((word) => text.includes(word))
  })
}
