import { type ByteReader, type ByteWriter, byteWriter, readNumber } from './byte-writer.ts'
import { type FrequentPairs, type Leaps, type Segment, type SegmentPlaces, sizeOf } from './segment.ts'
import { startOf } from './string-table.ts'

/** A word is frequent that is in one of so many records. */
const oneIn = 16

/** The most frequent ones, as many as a byte can tell apart from none. */
const mostWords = 255

/** Records that are looked through at a stretch, about a millisecond. */
const slice = 500

/** Records of a word from one leap to the next. */
const leap = 32

/** Null when one of the two is no frequent word. */
export function postingsOfPair({ words, postings, ends }: FrequentPairs, first: number, second: number): Uint8Array | null {
  const [one, other] = [words.get(first), words.get(second)]
  if (one === undefined || other === undefined) return null
  const pair = one * words.size + other
  return postings.subarray(startOf(ends, pair), ends[pair])
}

/** A slice at a time. */
export function* frequentPairs(segment: Segment, places: SegmentPlaces): Generator<undefined, FrequentPairs> {
  const terms = frequentTerms(segment, places)
  const walks = terms.map((term) => begun(segment, places, term))
  const pairs: (Pair | undefined)[] = Array.from({ length: terms.length ** 2 })
  /** By place, the word that stands there: 0 for none, else one more than its number. */
  let line = new Uint8Array(1 << 8)
  for (let ordinal = 0; ordinal < sizeOf(segment); ordinal += 1) {
    const taken: number[] = []
    for (let number = 0; number < walks.length; number += 1) {
      const walk = walks[number]
      if (walk?.ordinal !== ordinal) continue
      for (let place = 0, hasMore = true; hasMore; ) {
        const next = readNumber(walk.places)
        hasMore = next % 2 === 1
        place += (next - (next % 2)) / 2
        if (place + 1 >= line.length) line = longer(line, place + 2)
        line[place] = number + 1
        taken.push(place)
      }
      goOn(walk)
    }
    for (const place of taken) {
      const [one, other] = [line[place] ?? 0, line[place + 1] ?? 0]
      if (other > 0) note(pairs, (one - 1) * terms.length + other - 1, ordinal)
    }
    for (const place of taken) line[place] = 0
    if (ordinal % slice === slice - 1) yield
  }
  const words = new Map(terms.map((term, number) => [term, number]))
  return { words, leaps: walks.map(leapsOf), ...inOneArray(pairs) }
}

/** An array for each of thousands would take more room than what is in it. */
function inOneArray(pairs: readonly (Pair | undefined)[]): Pick<FrequentPairs, 'postings' | 'ends'> {
  const all = byteWriter(pairs.reduce((sum, pair) => sum + (pair?.ordinals.length ?? 0), 0))
  const ends = Uint32Array.from(pairs, (pair) => {
    if (pair) all.copy(pair.ordinals.bytes(), 0, pair.ordinals.length)
    return all.length
  })
  return { postings: all.bytes(), ends }
}

interface Pair {
  readonly ordinals: ByteWriter
  last: number
}

function note(pairs: (Pair | undefined)[], index: number, ordinal: number): void {
  const pair = pairs[index]
  if (pair === undefined) {
    const ordinals = byteWriter(1 << 4)
    ordinals.number(ordinal)
    pairs[index] = { ordinals, last: ordinal }
  } else if (pair.last !== ordinal) {
    pair.ordinals.number(ordinal - pair.last)
    pair.last = ordinal
  }
}

/** By the bytes of their postings, which are as many as the records or a few more. */
function frequentTerms({ at, postingEnds }: Segment, { ends }: SegmentPlaces): readonly number[] {
  const bytesOf = (term: number) => (postingEnds[term] ?? 0) - startOf(postingEnds, term)
  const terms: number[] = []
  for (let term = 0; term < ends.length; term += 1) {
    if (bytesOf(term) * oneIn >= at.length && ends[term] !== startOf(ends, term)) terms.push(term)
  }
  return terms.sort((one, other) => bytesOf(other) - bytesOf(one)).slice(0, mostWords)
}

/** Where the look has come to in the records of one word. */
interface Walk {
  readonly postings: ByteReader
  readonly end: number
  readonly places: ByteReader
  /** -1 after the last. */
  ordinal: number
  records: number
  readonly leaps: { readonly ordinal: number; readonly posting: number; readonly place: number }[]
}

function begun({ postings, postingEnds }: Segment, { bytes, ends }: SegmentPlaces, term: number): Walk {
  const walk: Walk = {
    postings: { at: startOf(postingEnds, term), bytes: postings },
    end: postingEnds[term] ?? 0,
    places: { at: startOf(ends, term), bytes },
    ordinal: 0,
    records: 0,
    leaps: [],
  }
  goOn(walk)
  return walk
}

function goOn(walk: Walk): void {
  const { ordinal, postings, places, records, leaps } = walk
  if (records > 0 && records % leap === 0) leaps.push({ ordinal, posting: postings.at, place: places.at })
  walk.records += 1
  walk.ordinal = walk.postings.at < walk.end ? walk.ordinal + readNumber(walk.postings) : -1
}

function leapsOf({ leaps }: Walk): Leaps {
  return {
    ordinals: Uint32Array.from(leaps, ({ ordinal }) => ordinal),
    postings: Uint32Array.from(leaps, ({ posting }) => posting),
    places: Uint32Array.from(leaps, ({ place }) => place),
  }
}

function longer(line: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const grown = new Uint8Array(length * 2)
  grown.set(line)
  return grown
}
