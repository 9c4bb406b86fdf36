import { type Bits, noBits, setBit } from './bits.ts'
import { type Segment, type SegmentPlaces, sizeOf } from './segment.ts'
import { startOf } from './string-table.ts'

/** Of 32 bits each, for the first places of a record: as many as most notes have words. */
const wordsOfRecord = 4

/** Words that are kept for each segment, and that a phrase may have: each takes 16 bytes a record. */
export const mostDense = 3

/** Where a word of every other record stands. */
interface DenseWord {
  /** By record, a bit for each of its first places. */
  readonly marks: Uint32Array
  /** The records where it stands behind those too. */
  readonly far: Bits
}

const kept = new WeakMap<SegmentPlaces, Map<number, DenseWord>>()

/** Of a word of fewer records the places are as quickly read; what is no word has none. */
export function isDense({ at, postingEnds }: Segment, { ends }: SegmentPlaces, term: number): boolean {
  const bytes = (postingEnds[term] ?? 0) - startOf(postingEnds, term)
  return bytes * 2 >= at.length && ends[term] !== startOf(ends, term)
}

export function denseWord(segment: Segment, places: SegmentPlaces, term: number): DenseWord {
  const ofTerms = kept.get(places) ?? new Map<number, DenseWord>()
  const found = ofTerms.get(term) ?? marked(segment, places, term)
  ofTerms.delete(term)
  ofTerms.set(term, found)
  for (const [oldest] of ofTerms) if (ofTerms.size > mostDense) ofTerms.delete(oldest)
  kept.set(places, ofTerms)
  return found
}

/** Numbers as `readNumber` reads them, in one loop. */
function marked(segment: Segment, { bytes, ends }: SegmentPlaces, term: number): DenseWord {
  const { postings, postingEnds } = segment
  const marks = new Uint32Array(sizeOf(segment) * wordsOfRecord)
  const far = noBits(sizeOf(segment))
  const end = postingEnds[term] ?? 0
  let [at, ordinal] = [startOf(ends, term), 0]
  for (let posting = startOf(postingEnds, term); posting < end; ) {
    let byte = postings[posting++] ?? 0
    ordinal += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[posting++] ?? 0
      ordinal += (byte & 127) << shift
    }
    let place = 0
    for (let hasMore = 1; hasMore === 1; ) {
      byte = bytes[at++] ?? 0
      hasMore = byte & 1
      place += (byte & 127) >>> 1
      for (let shift = 6; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        place += (byte & 127) << shift
      }
      if (place >= wordsOfRecord * 32) {
        setBit(far, ordinal)
        continue
      }
      const index = ordinal * wordsOfRecord + (place >>> 5)
      marks[index] = (marks[index] ?? 0) | (1 << (place & 31))
    }
  }
  return { marks, far }
}

/** The records in whose first places these words stand one behind the other. */
export function standingInMarks(size: number, words: readonly DenseWord[]): Bits {
  const bits = noBits(size)
  const begun = words[0]?.marks.slice() ?? new Uint32Array()
  words.forEach(({ marks }, behind) => {
    if (behind > 0) keepBefore(begun, marks, behind)
  })
  for (let ordinal = 0, at = 0; ordinal < size; ordinal += 1, at += wordsOfRecord) {
    const any = (begun[at] ?? 0) | (begun[at + 1] ?? 0) | (begun[at + 2] ?? 0) | (begun[at + 3] ?? 0)
    if (any !== 0) setBit(bits, ordinal)
  }
  return bits
}

/** Those of the beginnings that are so many places before a mark of the same record. */
function keepBefore(begun: Uint32Array, marks: Uint32Array, behind: number): void {
  const rest = 32 - behind
  for (let at = 0; at < marks.length; at += wordsOfRecord) {
    const second = marks[at + 1] ?? 0
    const third = marks[at + 2] ?? 0
    const fourth = marks[at + 3] ?? 0
    begun[at] = (begun[at] ?? 0) & (((marks[at] ?? 0) >>> behind) | (second << rest))
    begun[at + 1] = (begun[at + 1] ?? 0) & ((second >>> behind) | (third << rest))
    begun[at + 2] = (begun[at + 2] ?? 0) & ((third >>> behind) | (fourth << rest))
    begun[at + 3] = (begun[at + 3] ?? 0) & (fourth >>> behind)
  }
}
