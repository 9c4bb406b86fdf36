import { fieldMark } from './search-doc.ts'
import type { Segment } from './segment.ts'
import { type StringTable, startOf, stringAt, withPrefix } from './string-table.ts'

/** A word of the dictionary that may have been meant. */
interface Near {
  readonly word: string
  /** Letters typed wrong, left out, added, or two of them swapped. */
  readonly distance: number
  /** Roughly how often it was written. */
  readonly weight: number
}

/** One slip from four letters on, two from eight; a number is not guessed at. */
function slipsAllowed(word: string): number {
  const length = [...word].length
  if (/\p{N}/u.test(word) || length < 4) return 0
  return length < 8 ? 1 : 2
}

/** The word of these segments that is nearest to one that none of them has: the fewest slips, then the one written most. */
export function nearestWord(segments: readonly Segment[], word: string): string | null {
  const allowed = slipsAllowed(word)
  if (allowed === 0) return null
  const found = new Map<string, Near>()
  for (const segment of segments) {
    for (const near of nearIn(segment, word, allowed)) {
      found.set(near.word, { ...near, weight: near.weight + (found.get(near.word)?.weight ?? 0) })
    }
  }
  const [best] = [...found.values()].sort((a, b) => a.distance - b.distance || b.weight - a.weight || (a.word < b.word ? -1 : 1))
  return best?.word ?? null
}

/**
 * Walks the dictionary as the tree of beginnings that it is: a row of Damerau and Levenshtein's table is kept for each letter
 * of the word at hand, words that begin alike share rows, and a beginning that is too far already is left out with all its words.
 */
function nearIn({ terms, postingEnds }: Segment, word: string, allowed: number): readonly Near[] {
  const wanted = Array.from(word, (letter) => letter.codePointAt(0) ?? 0)
  const rows = [wanted.map((_, index) => index).concat(wanted.length)]
  const letters: number[] = []
  const found: Near[] = []
  const values = withPrefix(terms, fieldMark)
  for (let index = 0; index < terms.ends.length; ) {
    if (index === values.from && values.to > index) {
      index = values.to
      continue
    }
    const tooFarAt = readWord(terms, index, wanted, allowed, letters, rows)
    if (tooFarAt !== null) {
      index = afterBeginning(terms, index, tooFarAt)
      continue
    }
    const distance = rows[letters.length]?.[wanted.length] ?? Number.POSITIVE_INFINITY
    if (distance <= allowed)
      found.push({
        word: stringAt(terms, index),
        distance,
        weight: (postingEnds[index] ?? 0) - startOf(postingEnds, index),
      })
    index += 1
  }
  return found
}

/** Fills the rows for this word, from the first letter it does not share with the last one; how many of its bytes are too far already, or null. */
function readWord(
  { bytes, ends }: StringTable,
  index: number,
  wanted: readonly number[],
  allowed: number,
  letters: number[],
  rows: number[][],
): number | null {
  const start = startOf(ends, index)
  const end = ends[index] ?? 0
  let depth = 0
  let isShared = true
  for (let at = start; at < end; depth += 1) {
    const { letter, size } = letterAt(bytes, at)
    at += size
    if (isShared && letters[depth] === letter) continue
    isShared = false
    letters.length = depth
    letters.push(letter)
    const row = nextRow(rows, depth, letters, wanted)
    rows[depth + 1] = row
    if (Math.min(...row) > allowed) {
      letters.length = depth
      return at - start
    }
  }
  letters.length = depth
  return null
}

function nextRow(
  rows: readonly (readonly number[])[],
  depth: number,
  letters: readonly number[],
  wanted: readonly number[],
): number[] {
  const above = rows[depth] ?? []
  const letter = letters[depth]
  const row = [depth + 1]
  for (let column = 1; column <= wanted.length; column += 1) {
    const wrong = letter === wanted[column - 1] ? 0 : 1
    let least = Math.min((above[column] ?? 0) + 1, (row[column - 1] ?? 0) + 1, (above[column - 1] ?? 0) + wrong)
    const swapped = depth > 0 && column > 1 && letter === wanted[column - 2] && letters[depth - 1] === wanted[column - 1]
    if (swapped) least = Math.min(least, (rows[depth - 1]?.[column - 2] ?? 0) + 1)
    row.push(least)
  }
  return row
}

/** UTF-8, RFC 3629. */
function letterAt(bytes: Uint8Array, at: number): { readonly letter: number; readonly size: number } {
  const first = bytes[at] ?? 0
  const rest = (offset: number) => (bytes[at + offset] ?? 0) & 63
  if (first < 0x80) return { letter: first, size: 1 }
  if (first < 0xe0) return { letter: ((first & 31) << 6) | rest(1), size: 2 }
  if (first < 0xf0) return { letter: ((first & 15) << 12) | (rest(1) << 6) | rest(2), size: 3 }
  return { letter: ((first & 7) << 18) | (rest(1) << 12) | (rest(2) << 6) | rest(3), size: 4 }
}

/** The first entry from `index` on that does not begin with the same `length` bytes. */
function afterBeginning(table: StringTable, index: number, length: number): number {
  const { bytes, ends } = table
  const start = startOf(ends, index)
  const beginsAlike = (other: number) => {
    const from = startOf(ends, other)
    if ((ends[other] ?? 0) - from < length) return false
    for (let at = 0; at < length; at += 1) if (bytes[from + at] !== bytes[start + at]) return false
    return true
  }
  let step = 1
  while (index + step < ends.length && beginsAlike(index + step)) step *= 2
  let [from, to] = [index + (step >>> 1), Math.min(index + step, ends.length)]
  while (from + 1 < to) {
    const middle = (from + to) >>> 1
    if (beginsAlike(middle)) from = middle
    else to = middle
  }
  return to
}
