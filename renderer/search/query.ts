import { periodOf } from './period-of.ts'
import { type Flag, flags, type ValueField, valueFields } from './search-doc.ts'
import { digitsOf, wordsOf } from './words-of.ts'

/** One thing a record must have; `from` and `to` say where in the query it is written. */
export type Clause = { readonly from: number; readonly to: number } & (
  | {
      readonly type: 'words'
      /** They stand next to one another. */
      readonly words: readonly string[]
      /** The last one may be the beginning of a word: always, but in quotes that are closed. */
      readonly lastIsPrefix: boolean
      /** When it may as well be a part of a phone number. */
      readonly digits: string | null
    }
  | { readonly type: 'value'; readonly field: ValueField; readonly value: string }
  | { readonly type: 'number'; readonly digits: string }
  | { readonly type: 'since' | 'until'; readonly at: number }
  | { readonly type: 'flag'; readonly flag: Flag }
  /** A filter whose value is not written yet: it asks for nothing. */
  | { readonly type: 'unfinished' }
)

export interface Query {
  readonly clauses: readonly Clause[]
}

type Asked = Clause extends infer Each ? (Each extends Clause ? Omit<Each, 'from' | 'to'> : never) : never

/** From so many digits on, a part of a phone number is looked for. */
const fewestDigits = 3

/** What one question may ask for: a pasted text is no question. */
const mostClauses = 32

export const filterNames = ['person', 'number', 'kind', 'disposition', 'tag', 'from', 'to', ...flags] as const
export type FilterName = (typeof filterNames)[number]

/** A filter with its value, a phrase in quotes that may still be open, or what stands between spaces. */
const piece = /(?<name>\p{L}+):(?<value>"[^"]*"?|[^\s"]*)|"(?<phrase>[^"]*)(?<closed>"?)|[^\s"]+/gu

/** Reads whatever was typed: what is no filter is words. `now` is for days that are named by today. */
export function parseQuery(text: string, now: number): Query {
  const clauses: Clause[] = []
  for (const match of text.matchAll(piece)) {
    const clause = clauseOf(match, now)
    if (clause) clauses.push({ ...clause, from: match.index, to: match.index + match[0].length })
    if (clauses.length === mostClauses) break
  }
  return { clauses }
}

function clauseOf([whole, ...parts]: RegExpExecArray, now: number): Asked | null {
  const [name, value, phrase, closed] = parts
  if (phrase !== undefined) return wordsClause(phrase, closed === '', false)
  if (whole.toLowerCase() === 'hard') return { type: 'flag', flag: 'hard' }
  const filter = name === undefined ? undefined : filterNames.find((known) => known === name.toLowerCase())
  const asked = filter === undefined ? null : filterClause(filter, (value ?? '').replaceAll('"', ''), now)
  return asked ?? wordsClause(whole, true, true)
}

/** Null when the value is none that the filter knows. */
function filterClause(name: FilterName, value: string, now: number): Asked | null {
  const flag = flags.find((known) => known === name)
  if (flag !== undefined) return value === '' ? { type: 'flag', flag } : null
  if (value === '') return { type: 'unfinished' }
  if (name === 'number') {
    const digits = digitsOf(value)
    return digits === '' ? null : { type: 'number', digits }
  }
  const field = valueFields.find((known) => known === name)
  if (field !== undefined) {
    const words = wordsOf(value).join(' ')
    return words === '' ? null : { type: 'value', field, value: words }
  }
  const period = periodOf(value, now)
  if (period === null) return /^[\d-]+$/.test(value) ? { type: 'unfinished' } : null
  return name === 'from' ? { type: 'since', at: period.from } : { type: 'until', at: period.to }
}

function wordsClause(text: string, lastIsPrefix: boolean, maybeNumber: boolean): Asked | null {
  const words = wordsOf(text)
  if (words.length === 0) return null
  const digits = digitsOf(text)
  const isNumber = maybeNumber && digits.length >= fewestDigits && !/\p{L}/u.test(text)
  return { type: 'words', words, lastIsPrefix, digits: isNumber ? digits : null }
}
