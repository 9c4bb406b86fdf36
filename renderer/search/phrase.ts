import { type Bits, hasBit, noBits, setBit } from './bits.ts'
import { type Segment, type SegmentPlaces, sizeOf } from './segment.ts'
import { type Range, startOf } from './string-table.ts'

/** Where in which records the phrase may begin, in order: by ordinal, then by place. */
interface Starts {
  ordinals: Uint32Array
  places: Uint32Array
  length: number
}

/** One term of the phrase, so many words behind its beginning. */
interface Word {
  readonly term: number
  readonly behind: number
}

/** The records among `candidates` in which the terms of one range each stand next to one another; every range but the last has one term. */
export function phraseIn(segment: Segment, places: SegmentPlaces, ranges: readonly Range[], candidates: Bits): Bits {
  const bits = noBits(sizeOf(segment))
  if (ranges.some(({ from, to }) => from === to)) return bits
  const sizeOfTerm = ({ term }: Word) => (places.ends[term] ?? 0) - startOf(places.ends, term)
  const words = ranges.slice(0, -1).map(({ from }, behind): Word => ({ term: from, behind }))
  const { from, to } = ranges.at(-1) ?? { from: 0, to: 0 }
  const behind = ranges.length - 1
  const isOne = to - from === 1
  let starts: Starts | null = null
  for (const word of (isOne ? [...words, { term: from, behind }] : words).sort((a, b) => sizeOfTerm(a) - sizeOfTerm(b)))
    starts = startsBy(segment, places, word, candidates, starts)
  if (isOne) markAll(bits, starts)
  else for (let term = from; term < to; term += 1) markAll(bits, startsBy(segment, places, { term, behind }, candidates, starts))
  return bits
}

function markAll(bits: Bits, starts: Starts | null): void {
  for (let index = 0; index < (starts?.length ?? 0); index += 1) setBit(bits, starts?.ordinals[index] ?? 0)
}

/** Those of `known` where this word stands as well, or all of this word in the candidates; numbers as `readNumber` reads them, in one loop. */
function startsBy(
  { postings, postingEnds }: Segment,
  { bytes, ends }: SegmentPlaces,
  { term, behind }: Word,
  candidates: Bits,
  known: Starts | null,
): Starts {
  const found: Starts = { ordinals: new Uint32Array(64), places: new Uint32Array(64), length: 0 }
  const end = postingEnds[term] ?? 0
  let at = startOf(ends, term)
  if (at === ends[term]) return found
  let [ordinal, next] = [0, 0]
  for (let posting = startOf(postingEnds, term); posting < end; ) {
    let byte = postings[posting++] ?? 0
    ordinal += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[posting++] ?? 0
      ordinal += (byte & 127) << shift
    }
    if (known !== null) {
      while (next < known.length && (known.ordinals[next] ?? 0) < ordinal) next += 1
      if (next === known.length) return found
    }
    if (known === null ? !hasBit(candidates, ordinal) : known.ordinals[next] !== ordinal) {
      for (let hasMore = 1; hasMore === 1; ) {
        byte = bytes[at++] ?? 0
        hasMore = byte & 1
        while (byte > 127) byte = bytes[at++] ?? 0
      }
      continue
    }
    let start = -behind
    for (let hasMore = 1; hasMore === 1; ) {
      byte = bytes[at++] ?? 0
      hasMore = byte & 1
      start += (byte & 127) >>> 1
      for (let shift = 6; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        start += (byte & 127) << shift
      }
      if (known === null ? start >= 0 : isKnown(known, ordinal, start)) add(found, ordinal, start)
    }
  }
  return found

  function isKnown(those: Starts, of: number, start: number): boolean {
    while (next < those.length && those.ordinals[next] === of && (those.places[next] ?? 0) < start) next += 1
    return next < those.length && those.ordinals[next] === of && those.places[next] === start
  }
}

function add(found: Starts, ordinal: number, place: number): void {
  if (found.length === found.ordinals.length) {
    const { ordinals, places } = found
    found.ordinals = new Uint32Array(ordinals.length * 4)
    found.places = new Uint32Array(places.length * 4)
    found.ordinals.set(ordinals)
    found.places.set(places)
  }
  found.ordinals[found.length] = ordinal
  found.places[found.length] = place
  found.length += 1
}
