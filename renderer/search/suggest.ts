import { type FilterName, filterNames } from './query.ts'
import { flags, type ValueField, valueFields, wholeValueTerm } from './search-doc.ts'
import type { Segment } from './segment.ts'
import { startOf, stringAt, withPrefix } from './string-table.ts'
import { wordsOf } from './words-of.ts'

/** What the piece of the query at the caret could become. */
export interface Suggestion {
  readonly type: 'filter' | 'value'
  readonly filter: FilterName
  /** Of a value, as it is to be read. */
  readonly value: string
  /** The whole query with it. */
  readonly text: string
  readonly caret: number
}

const most = 6

/** A person is offered by the beginning of a name alone from so many letters on. */
const fewestLetters = 2

export function suggestions(segments: readonly Segment[], text: string, caret: number): readonly Suggestion[] {
  if (isInsideQuotes(text.slice(0, caret))) return []
  const from = text.lastIndexOf(' ', caret - 1) + 1
  const typed = text.slice(from, caret)
  const complete = (written: string, isFinished: boolean) => {
    const before = text.slice(0, from) + written + (isFinished ? ' ' : '')
    return { text: before + text.slice(caret).trimStart(), caret: before.length }
  }
  const colon = typed.indexOf(':')
  if (colon >= 0) {
    const filter = valueFields.find((field) => field === typed.slice(0, colon).toLowerCase())
    return filter === undefined ? [] : valuesOf(segments, filter, typed.slice(colon + 1), complete)
  }
  const filters = filterNames
    .filter((name) => name.startsWith(typed.toLowerCase()) && typed.toLowerCase() !== name)
    .map((filter) => {
      const written = filter === 'hard' ? 'hard' : `${filter}:`
      return {
        type: 'filter' as const,
        filter,
        value: '',
        ...complete(
          written,
          flags.some((flag) => flag === filter),
        ),
      }
    })
  const people = typed.length < fewestLetters ? [] : valuesOf(segments, 'person', typed, complete)
  return [...filters, ...people].slice(0, typed === '' ? filterNames.length : most)
}

function isInsideQuotes(before: string): boolean {
  return before.split('"').length % 2 === 0
}

function valuesOf(
  segments: readonly Segment[],
  filter: ValueField,
  typed: string,
  complete: (written: string, isFinished: boolean) => Pick<Suggestion, 'text' | 'caret'>,
): readonly Suggestion[] {
  const skipped = wholeValueTerm(filter, '').length
  const weights = new Map<string, number>()
  for (const { terms, postingEnds } of segments) {
    const { from, to } = withPrefix(terms, wholeValueTerm(filter, wordsOf(typed).join(' ')))
    for (const term of heaviest(postingEnds, from, to)) {
      const value = stringAt(terms, term).slice(skipped)
      weights.set(value, (weights.get(value) ?? 0) + weightOf(postingEnds, term))
    }
  }
  return [...weights]
    .sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([value]) => ({ type: 'value', filter, value, ...complete(`${filter}:${value.replaceAll(' ', '-')}`, true) }))
}

/** Those with the longest lists, which are in the most records. */
function heaviest(ends: Uint32Array, from: number, to: number): readonly number[] {
  const best: number[] = []
  for (let term = from; term < to; term += 1) {
    const last = best[most - 1]
    if (last !== undefined && weightOf(ends, last) >= weightOf(ends, term)) continue
    best.push(term)
    best.sort((a, b) => weightOf(ends, b) - weightOf(ends, a))
    best.length = Math.min(best.length, most)
  }
  return best
}

function weightOf(ends: Uint32Array, term: number): number {
  return (ends[term] ?? 0) - startOf(ends, term)
}
