import { type Bits, hasBit, noBits, setBit } from './bits.ts'
import { type Segment, type SegmentPlaces, sizeOf } from './segment.ts'
import { type Range, startOf } from './string-table.ts'

/** More places than a record has: a place in a segment is one number, the ordinal and the place in the record. */
const placesOfRecord = 2 ** 24

/** The records among `candidates` in which the terms of one range each stand next to one another, in this order. */
export function phraseIn(segment: Segment, places: SegmentPlaces, ranges: readonly Range[], candidates: Bits): Bits {
  let ends: Float64Array | null = null
  for (const range of ranges) {
    const found = placesOf(segment, places, range, candidates)
    ends = ends === null ? found : following(ends, found)
  }
  const bits = noBits(sizeOf(segment))
  for (const end of ends ?? []) setBit(bits, Math.floor(end / placesOfRecord))
  return bits
}

/** Those of `next` right before which one of `ends` stands; both ascend. */
function following(ends: Float64Array, next: Float64Array): Float64Array {
  const kept: Places = { numbers: new Float64Array(64), length: 0 }
  let at = 0
  for (const place of next) {
    while (at < ends.length && (ends[at] ?? 0) < place - 1) at += 1
    if (ends[at] === place - 1) add(kept, place)
  }
  return kept.numbers.subarray(0, kept.length)
}

function placesOf(segment: Segment, places: SegmentPlaces, { from, to }: Range, candidates: Bits): Float64Array {
  const found: Places = { numbers: new Float64Array(1024), length: 0 }
  for (let term = from; term < to; term += 1) collectPlaces(segment, places, term, candidates, found)
  const used = found.numbers.subarray(0, found.length)
  return to - from > 1 ? used.sort() : used
}

interface Places {
  numbers: Float64Array
  length: number
}

function add(places: Places, place: number): void {
  if (places.length === places.numbers.length) {
    const larger = new Float64Array(places.length * 2)
    larger.set(places.numbers)
    places.numbers = larger
  }
  places.numbers[places.length++] = place
}

/** As `readNumber` and `skipPlaces` do, in one loop: most of the time of a phrase goes here. */
function collectPlaces(
  { postings, postingEnds }: Segment,
  { bytes, ends }: SegmentPlaces,
  term: number,
  candidates: Bits,
  found: Places,
): void {
  const end = postingEnds[term] ?? 0
  let at = startOf(ends, term)
  if (at === ends[term]) return
  let ordinal = 0
  for (let posting = startOf(postingEnds, term); posting < end; ) {
    let byte = postings[posting++] ?? 0
    ordinal += byte & 127
    for (let shift = 7; byte > 127; shift += 7) {
      byte = postings[posting++] ?? 0
      ordinal += (byte & 127) << shift
    }
    const isWanted = hasBit(candidates, ordinal)
    let place = ordinal * placesOfRecord
    for (let hasMore = true; hasMore; ) {
      byte = bytes[at++] ?? 0
      hasMore = (byte & 1) === 1
      let distance = (byte & 127) >>> 1
      for (let shift = 6; byte > 127; shift += 7) {
        byte = bytes[at++] ?? 0
        distance += (byte & 127) << shift
      }
      if (!isWanted) continue
      place += distance
      add(found, place)
    }
  }
}
