import { addAll, allBits, type Bits, keepOnly, noBits, setBit, setPostings, takeAway } from './bits.ts'
import { phraseIn } from './phrase.ts'
import type { Clause, Query } from './query.ts'
import { flagTerm, innerValueTerm, numberTerm, wholeValueTerm } from './search-doc.ts'
import { type Segment, sizeOf } from './segment.ts'
import { indexOf, type Range, startOf, withPrefix } from './string-table.ts'

/** From so many digits on, it is a number and not a part of one. */
const wholeNumber = 7

const zero = 0x30

const none: Range = { from: 0, to: 0 }

/** By ordinal: which living records have all that was asked for, and which of them have it in whole words. */
export interface LookedUp {
  readonly all: Bits
  readonly whole: Bits
}

/** `open` says which records have a promise that is still to be kept. */
export function lookUp(segment: Segment, { clauses }: Query, open: readonly string[]): LookedUp {
  const size = sizeOf(segment)
  const all = allBits(size)
  takeAway(all, segment.dead)
  const whole = all.slice()
  for (const clause of clauses) {
    const found = foundBy(segment, clause, open)
    if (found === null) continue
    keepOnly(all, found.all)
    keepOnly(whole, found.whole)
  }
  return { all, whole }
}

/** Null for a clause that asks for nothing. */
function foundBy(segment: Segment, clause: Clause, open: readonly string[]): LookedUp | null {
  switch (clause.type) {
    case 'words':
      return withWords(segment, clause)
    case 'value':
      return same(withValue(segment, clause.field, clause.value))
    case 'number':
      return same(withNumber(segment, clause.digits))
    case 'flag': {
      const found = inTerms(segment, [exactly(segment, flagTerm(clause.flag))])
      if (clause.flag === 'open') addAll(found, withIds(segment, open))
      return same(found)
    }
    case 'since':
      return same(between(segment, 0, firstBefore(segment, clause.at)))
    case 'until':
      return same(between(segment, firstBefore(segment, clause.at), sizeOf(segment)))
    case 'unfinished':
      return null
  }
}

function same(bits: Bits): LookedUp {
  return { all: bits, whole: bits }
}

function withWords(segment: Segment, { words, lastIsPrefix, digits }: Extract<Clause, { type: 'words' }>): LookedUp {
  const exact = words.map((word) => exactly(segment, word))
  const whole = standingTogether(segment, exact)
  const all = whole.slice()
  if (lastIsPrefix) {
    const longer = longerThan(segment, words.at(-1) ?? '', exact.at(-1) ?? none)
    addAll(all, standingTogether(segment, [...exact.slice(0, -1), longer]))
  }
  if (digits !== null) {
    const numbers = withNumber(segment, digits)
    addAll(all, numbers)
    addAll(whole, numbers)
  }
  return { all, whole }
}

/** The words that go on where this one ends: the word itself comes before them. */
function longerThan({ terms }: Segment, word: string, itself: Range): Range {
  const { from, to } = withPrefix(terms, word)
  return { from: from + itself.to - itself.from, to }
}

function standingTogether(segment: Segment, ranges: readonly Range[]): Bits {
  if (ranges.length === 1) return inTerms(segment, ranges)
  /** A phrase waits for the places: this is a damaged word that became two, and the damage is found with them. */
  if (segment.places === null) return noBits(sizeOf(segment))
  return phraseIn(segment, segment.places, ranges)
}

function withValue(segment: Segment, ...[field, value]: Parameters<typeof wholeValueTerm>): Bits {
  return inTerms(
    segment,
    [wholeValueTerm(field, value), innerValueTerm(field, value)].map((term) => withPrefix(segment.terms, term)),
  )
}

/**
 * Numbers that have these digits anywhere: an agent knows the beginning, the end, or the part after the country.
 *
 * The zeros that stand for a country's own or another's calls are left out, and so is what only one of the two begins with.
 */
function withNumber(segment: Segment, digits: string): Bits {
  const { bytes, ends } = segment.terms
  const skipped = numberTerm('').length
  const range = withPrefix(segment.terms, numberTerm(''))
  const key = new TextEncoder().encode(digits.length < wholeNumber ? digits : digits.replace(/^0+/, ''))
  const found = noBits(sizeOf(segment))
  for (let term = range.from; term < range.to; term += 1) {
    const [from, to] = [startOf(ends, term) + skipped, Math.min(ends[term] ?? 0, bytes.length)]
    if (contains(bytes, from, to, key) || endsWithNumber(key, bytes, from, to)) addPostings(segment, term, found)
  }
  return found
}

/** The key with a country before it, the number without. */
function endsWithNumber(key: Uint8Array, bytes: Uint8Array, from: number, to: number): boolean {
  let start = from
  while (start < to && bytes[start] === zero) start += 1
  if (to - start < wholeNumber || to - start > key.length) return false
  for (let back = 1; back <= to - start; back += 1) if (bytes[to - back] !== key[key.length - back]) return false
  return true
}

function contains(bytes: Uint8Array, from: number, to: number, key: Uint8Array): boolean {
  for (let start = from; start + key.length <= to; start += 1) {
    let same = 0
    while (same < key.length && bytes[start + same] === key[same]) same += 1
    if (same === key.length) return true
  }
  return false
}

function withIds(segment: Segment, ids: readonly string[]): Bits {
  const found = noBits(sizeOf(segment))
  for (const id of ids) {
    const index = indexOf(segment.ids, id)
    if (index >= 0) setBit(found, segment.ordinalOfId[index] ?? 0)
  }
  return found
}

/** The first ordinal of a call that began before `at`. */
function firstBefore({ at: times }: Segment, at: number): number {
  let [from, to] = [0, times.length]
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((times[middle] ?? 0) >= at) from = middle + 1
    else to = middle
  }
  return from
}

function between(segment: Segment, from: number, to: number): Bits {
  const found = noBits(sizeOf(segment))
  for (let ordinal = from; ordinal < to; ordinal += 1) setBit(found, ordinal)
  return found
}

function exactly({ terms }: Segment, term: string): Range {
  const index = indexOf(terms, term)
  return index < 0 ? none : { from: index, to: index + 1 }
}

function inTerms(segment: Segment, ranges: readonly Range[]): Bits {
  const found = noBits(sizeOf(segment))
  for (const { from, to } of ranges) for (let term = from; term < to; term += 1) addPostings(segment, term, found)
  return found
}

function addPostings({ postings, postingEnds }: Segment, term: number, bits: Bits): void {
  setPostings(bits, postings, startOf(postingEnds, term), Math.min(postingEnds[term] ?? 0, postings.length))
}
