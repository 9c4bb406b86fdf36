import { fieldMark } from './search-doc.ts'
import type { Segment } from './segment.ts'
import { type StringTable, startOf, stringAt, withPrefix } from './string-table.ts'

/** A word of the dictionary that may have been meant. */
interface Near {
  readonly word: string
  /** Roughly how often it was written. */
  readonly weight: number
}

/** Letters typed wrong, left out, added, or two of them swapped: one from four letters on, two from eight; a number is not guessed at. */
function slipsAllowed(word: string): number {
  const length = [...word].length
  if (/\p{N}/u.test(word) || length < 4) return 0
  return length < 8 ? 1 : 2
}

/** The word of these segments that is nearest to one that none of them has: the fewest slips, then the one written most. */
export function nearestWord(segments: readonly Segment[], word: string): string | null {
  const wanted = Uint32Array.from(word, (letter) => letter.codePointAt(0) ?? 0)
  for (let slips = 1; slips <= slipsAllowed(word); slips += 1) {
    const weights = new Map<string, number>()
    for (const segment of segments) {
      for (const near of nearIn(segment, wanted, slips)) weights.set(near.word, near.weight + (weights.get(near.word) ?? 0))
    }
    const [best] = [...weights].sort(([a, ofA], [b, ofB]) => ofB - ofA || (a < b ? -1 : 1))
    if (best) return best[0]
  }
  return null
}

/**
 * Walks the dictionary as the tree of beginnings that it is: a row of Damerau and Levenshtein's table is kept for each letter
 * of the word at hand, words that begin alike share rows, and a beginning that is too far already is left out with all its words.
 */
function nearIn({ terms, postingEnds }: Segment, wanted: Uint32Array, slips: number): readonly Near[] {
  const { bytes, ends } = terms
  const table = slipTable(wanted, slips)
  const found: Near[] = []
  const values = withPrefix(terms, fieldMark)
  for (let index = 0; index < ends.length; ) {
    if (index === values.from && values.to > index) {
      index = values.to
      continue
    }
    const [start, end] = [startOf(ends, index), ends[index] ?? 0]
    let [at, depth] = [start, 0]
    let isNear = true
    while (isNear && at < end) {
      const first = bytes[at] ?? 0
      isNear = table.read(depth, first < 0x80 ? first : letterAt(bytes, at))
      at += sizeOfLetter(first)
      depth += 1
    }
    if (isNear && table.holds(depth))
      found.push({ word: stringAt(terms, index), weight: (postingEnds[index] ?? 0) - startOf(postingEnds, index) })
    index = isNear ? index + 1 : afterBeginning(terms, index, at - start)
  }
  return found
}

/** Only the cells of each row that are so near the diagonal that they can be few enough slips. */
function slipTable(wanted: Uint32Array, slips: number) {
  const [length, tooMany] = [wanted.length, slips + 1]
  const width = length + 2
  const letters = new Uint32Array(length + tooMany)
  const rows = new Uint8Array(width * (length + tooMany + 1)).fill(tooMany)
  for (let column = 0; column <= slips && column <= length; column += 1) rows[column] = column
  /** Letters of the last word that still have their rows. */
  let known = 0

  return {
    /** False when no word that goes on like this is near enough. */
    read(depth: number, letter: number): boolean {
      if (depth < known && letters[depth] === letter) return true
      letters[depth] = letter
      const row = (depth + 1) * width
      const above = row - width
      const to = Math.min(length, depth + tooMany)
      let column = Math.max(1, depth + 1 - slips)
      let left = column === 1 ? depth + 1 : tooMany
      let least = left
      rows[row + column - 1] = Math.min(left, tooMany)
      for (; column <= to; column += 1) {
        const wrong = letter === wanted[column - 1] ? 0 : 1
        let cell = Math.min((rows[above + column] ?? 0) + 1, left + 1, (rows[above + column - 1] ?? 0) + wrong)
        const swapped = depth > 0 && column > 1 && letter === wanted[column - 2] && letters[depth - 1] === wanted[column - 1]
        if (swapped) cell = Math.min(cell, (rows[above - width + column - 2] ?? 0) + 1)
        left = Math.min(cell, tooMany)
        rows[row + column] = left
        if (left < least) least = left
      }
      known = least <= slips ? depth + 1 : depth
      return least <= slips
    },
    holds: (depth: number) => (rows[depth * width + length] ?? tooMany) <= slips,
  }
}

/** UTF-8, RFC 3629. */
function letterAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0
  const rest = (offset: number) => (bytes[at + offset] ?? 0) & 63
  if (first < 0xe0) return ((first & 31) << 6) | rest(1)
  if (first < 0xf0) return ((first & 15) << 12) | (rest(1) << 6) | rest(2)
  return ((first & 7) << 18) | (rest(1) << 12) | (rest(2) << 6) | rest(3)
}

/** In bytes. */
function sizeOfLetter(first: number): number {
  if (first < 0x80) return 1
  if (first < 0xe0) return 2
  return first < 0xf0 ? 3 : 4
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
