import { type Bits, hasBit, keepOnly, noBits, setBit, setPostings } from './bits.ts'
import { stepOver } from './byte-writer.ts'
import { postingsOfPair } from './frequent-pairs.ts'
import { type Leaps, type Segment, type SegmentPlaces, sizeOf } from './segment.ts'
import { type Range, startOf } from './string-table.ts'

/** Where in which records the phrase may begin, in order: by ordinal, then by place. */
interface Starts {
  readonly ordinals: Uint32Array
  readonly places: Uint32Array
  readonly length: number
}

/** One term of the phrase, so many words behind its beginning. */
interface Word {
  readonly term: number
  readonly behind: number
}

/** The records in which the terms of one range each stand next to one another; every range but the last has one term. */
export function phraseIn(segment: Segment, places: SegmentPlaces, ranges: readonly Range[]): Bits {
  if (ranges.some(({ from, to }) => from === to)) return noBits(sizeOf(segment))
  const pairs = ranges.slice(1).map((range, index) => withPair(segment, ranges[index], range))
  const [known, ...others] = pairs.filter((pair) => pair !== null)
  for (const other of others) if (known) keepOnly(known, other)
  return known && ranges.length === 2 ? known : phraseFrom(segment, places, ranges, known ?? null)
}

/** Null when it is not known which records have the two. */
function withPair(segment: Segment, first: Range | undefined, second: Range): Bits | null {
  const { pairs } = segment
  if (pairs === null || first === undefined || second.to - second.from > 1) return null
  const postings = postingsOfPair(pairs, first.from, second.from)
  if (postings === null) return null
  const found = noBits(sizeOf(segment))
  setPostings(found, postings, 0, postings.length)
  return found
}

/** From every place of the words; all the records it can be in are among `candidates`, if there are any. */
function phraseFrom(segment: Segment, places: SegmentPlaces, ranges: readonly Range[], candidates: Bits | null): Bits {
  const bits = noBits(sizeOf(segment))
  const words = ranges.slice(0, -1).map(({ from }, behind): Word => ({ term: from, behind }))
  const { from, to } = ranges.at(-1) ?? { from: 0, to: 0 }
  const behind = ranges.length - 1
  const isOne = to - from === 1
  const [rarest, ...others] = (isOne ? [...words, { term: from, behind }] : words).sort(
    (a, b) => sizeIn(places, a) - sizeIn(places, b),
  )
  if (rarest === undefined) return bits
  let starts = startsOf(segment, places, rarest, candidates)
  for (const word of others) starts = keptBy(segment, places, word, starts)
  if (isOne) markAll(bits, starts)
  else for (let term = from; term < to; term += 1) markAll(bits, keptBy(segment, places, { term, behind }, starts))
  return bits
}

function markAll(bits: Bits, { ordinals, length }: Starts): void {
  for (let index = 0; index < length; index += 1) setBit(bits, ordinals[index] ?? 0)
}

/** In bytes, of which every place takes one at least. */
function sizeIn({ ends }: SegmentPlaces, { term }: Word): number {
  return (ends[term] ?? 0) - startOf(ends, term)
}

/** All of this word, in the candidates alone if there are any; numbers as `readNumber` reads them, in one loop. */
function startsOf(
  { postings, postingEnds }: Segment,
  { bytes, ends }: SegmentPlaces,
  { term, behind }: Word,
  candidates: Bits | null,
): Starts {
  const most = (ends[term] ?? 0) - startOf(ends, term)
  const [ordinals, places] = [new Uint32Array(most), new Uint32Array(most)]
  const end = most === 0 ? 0 : (postingEnds[term] ?? 0)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = startOf(ends, term)
  let [length, ordinal, passed] = [0, 0, 0]
  for (let posting = startOf(postingEnds, term); posting < end; ) {
    let byte = postings[posting++] ?? 0
    ordinal += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[posting++] ?? 0
      ordinal += (byte & 127) << shift
    }
    if (candidates !== null && !hasBit(candidates, ordinal)) {
      passed += 1
      continue
    }
    at = stepOver(bytes, view, at, passed)
    passed = 0
    let start = 0 - behind
    for (let hasMore = 1; hasMore === 1; ) {
      byte = bytes[at++] ?? 0
      hasMore = byte & 1
      start += (byte & 127) >>> 1
      for (let shift = 6; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        start += (byte & 127) << shift
      }
      if (start < 0) continue
      ordinals[length] = ordinal
      places[length] = start
      length += 1
    }
  }
  return { ordinals, places, length }
}

const noLeaps: Leaps = { ordinals: new Uint32Array(), postings: new Uint32Array(), places: new Uint32Array() }

/** Those of `known` where this word stands as well. */
function keptBy(
  { postings, postingEnds, pairs }: Segment,
  { bytes, ends }: SegmentPlaces,
  { term, behind }: Word,
  known: Starts,
): Starts {
  const { ordinals: knownOrdinals, places: knownPlaces, length: knownLength } = known
  const most = Math.min((ends[term] ?? 0) - startOf(ends, term), knownLength)
  const [ordinals, places] = [new Uint32Array(most), new Uint32Array(most)]
  const end = most === 0 ? 0 : (postingEnds[term] ?? 0)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = startOf(ends, term)
  const leaps = pairs?.leaps[pairs.words.get(term) ?? -1] ?? noLeaps
  let [length, ordinal, next, passed, leap] = [0, 0, 0, 0, 0]
  for (let posting = startOf(postingEnds, term); posting < end; ) {
    let byte = postings[posting++] ?? 0
    ordinal += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[posting++] ?? 0
      ordinal += (byte & 127) << shift
    }
    while (next < knownLength && (knownOrdinals[next] ?? 0) < ordinal) next += 1
    if (next === knownLength) break
    const wanted = knownOrdinals[next] ?? 0
    if (wanted !== ordinal) {
      passed += 1
      if ((leaps.ordinals[leap] ?? wanted) >= wanted) continue
      while ((leaps.ordinals[leap + 1] ?? wanted) < wanted) leap += 1
      if ((leaps.postings[leap] ?? 0) > posting) {
        ordinal = leaps.ordinals[leap] ?? 0
        posting = leaps.postings[leap] ?? 0
        at = leaps.places[leap] ?? 0
        passed = 0
      }
      leap += 1
      continue
    }
    at = stepOver(bytes, view, at, passed)
    passed = 0
    let start = 0 - behind
    for (let hasMore = 1; hasMore === 1; ) {
      byte = bytes[at++] ?? 0
      hasMore = byte & 1
      start += (byte & 127) >>> 1
      for (let shift = 6; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        start += (byte & 127) << shift
      }
      while (next < knownLength && knownOrdinals[next] === ordinal && (knownPlaces[next] ?? 0) < start) next += 1
      if (next === knownLength || knownOrdinals[next] !== ordinal) {
        passed = hasMore
        break
      }
      if (knownPlaces[next] !== start) continue
      ordinals[length] = ordinal
      places[length] = start
      length += 1
    }
  }
  return { ordinals, places, length }
}
