import type { Colleague } from '../../shared/transfer/colleague.ts'
import { folded } from '../words/folded.ts'

/** Those whose name, number or topics hold every word, by name. */
export function peopleFound(people: readonly Colleague[], query: string): readonly Colleague[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return people
    .filter(({ name, number, topics }) => {
      const text = folded([name, number, number.replace(/\D/g, ''), ...topics].join(' '))
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => a.name.localeCompare(b.name))
}
