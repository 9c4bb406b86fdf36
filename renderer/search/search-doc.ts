import type { CallId } from '../../shared/call/call.ts'
import { digitsOf, wordsOf } from './words-of.ts'

/** What is searched of one call and its note. */
export interface SearchDoc {
  readonly id: CallId
  /** When the call began: wall clock, ms since 1970. */
  readonly at: number
  /** When it was last written to, by which a change that the index missed is noticed. */
  readonly changedAt: number
  /** As the line named them, and as they are filed under now. */
  readonly names: readonly string[]
  /** The one of the call, and every other of the same person. */
  readonly numbers: readonly string[]
  /** Each is read by itself: a phrase does not go on from one to the next. */
  readonly texts: readonly string[]
  readonly kind: string | null
  /** By id and by label. */
  readonly dispositions: readonly string[]
  readonly tags: readonly string[]
  readonly flags: readonly Flag[]
}

/** `open` where the note itself has a promise that is not ticked yet. */
export const flags = ['hard', 'open', 'learned'] as const
export type Flag = (typeof flags)[number]

export const valueFields = ['person', 'kind', 'disposition', 'tag'] as const
export type ValueField = (typeof valueFields)[number]

/**
 * What stands in the dictionary beside plain words; none of them can be taken for a word, because no word has a colon.
 *
 * A value is there whole, `:person:marta kask`, and from each further word of it on, `:person;kask`.
 */
export const fieldMark = ':'
export const flagTerm = (flag: Flag) => `:${flag}`
export const numberTerm = (digits: string) => `:number:${digits}`
export const wholeValueTerm = (field: ValueField, value: string) => `:${field}:${value}`
export const innerValueTerm = (field: ValueField, value: string) => `:${field};${value}`

/** Every term of a record with the places where it stands; places are kept of plain words only. */
export function termsOf(doc: SearchDoc): ReadonlyMap<string, readonly number[]> {
  const terms = new Map<string, number[]>()
  let place = 0
  for (const text of [...doc.names, ...doc.texts, ...doc.tags]) {
    for (const word of wordsOf(text)) {
      const places = terms.get(word)
      if (places) places.push(place)
      else terms.set(word, [place])
      place += 1
    }
    place += 1
  }
  const add = (term: string) => terms.set(term, [])
  addValues(add, 'person', doc.names)
  addValues(add, 'kind', doc.kind === null ? [] : [doc.kind])
  addValues(add, 'disposition', doc.dispositions)
  addValues(add, 'tag', doc.tags)
  for (const digits of doc.numbers.map(digitsOf)) if (digits !== '') add(numberTerm(digits))
  for (const flag of doc.flags) add(flagTerm(flag))
  return terms
}

function addValues(add: (term: string) => void, field: ValueField, values: readonly string[]): void {
  for (const value of values) {
    const words = wordsOf(value)
    words.forEach((_, from) => {
      const rest = words.slice(from).join(' ')
      add(from === 0 ? wholeValueTerm(field, rest) : innerValueTerm(field, rest))
    })
  }
}
