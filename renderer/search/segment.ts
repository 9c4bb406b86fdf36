import { type Bits, noBits } from './bits.ts'
import { unpacked } from './packed.ts'
import { type StringTable, stringAt } from './string-table.ts'

/**
 * The index of some records, never changed once it is built; a record is known by its ordinal, and the newest has 0.
 *
 * The head answers everything but phrases; the places are only for those, and may come later.
 */
export interface Segment extends SegmentHead {
  readonly head: ArrayBuffer
  places: SegmentPlaces | null
  placesBuffer: ArrayBuffer | null
  /** Worked out from the places when there is time; answers only come sooner with them. */
  pairs: FrequentPairs | null
  /** What was deleted, or is newer in another segment. */
  readonly dead: Bits
}

export interface SegmentHead {
  /** By ordinal: when the call began. */
  readonly at: Float64Array
  readonly ids: StringTable
  /** From the place in `ids` to the ordinal, and back. */
  readonly ordinalOfId: Uint32Array
  readonly idOfOrdinal: Uint32Array
  readonly terms: StringTable
  /** For each term, the ordinals it is in: each as the distance to the one before. */
  readonly postings: Uint8Array
  readonly postingEnds: Uint32Array
}

/** For each term and each ordinal it is in, as `writePlaces` writes them; nothing for terms that are no words. */
export interface SegmentPlaces {
  readonly bytes: Uint8Array
  readonly ends: Uint32Array
}

/** Which records have two frequent words one behind the other: such words have the most places to read, and make few pairs. */
export interface FrequentPairs {
  /** From the term to its number. */
  readonly words: ReadonlyMap<number, number>
  /** By the number of the word. */
  readonly leaps: readonly Leaps[]
  /** By the number of the first word and that of the second; each ordinal as the distance to the one before. */
  readonly postings: Uint8Array
  /** Where those of each pair end. */
  readonly ends: Uint32Array
}

/** Where to go on in a word's records without reading those before: behind every so many of them. */
export interface Leaps {
  /** Of the record before. */
  readonly ordinals: Uint32Array
  /** Where the next one is in the postings, and in the places. */
  readonly postings: Uint32Array
  readonly places: Uint32Array
}

/** To be packed in this order. */
export function sectionsOfHead(head: SegmentHead): readonly ArrayBufferView[] {
  const { at, ids, ordinalOfId, idOfOrdinal, terms, postings, postingEnds } = head
  return [at, ids.bytes, ids.ends, ordinalOfId, idOfOrdinal, terms.bytes, terms.ends, postings, postingEnds]
}

export function sectionsOfPlaces({ bytes, ends }: SegmentPlaces): readonly ArrayBufferView[] {
  return [bytes, ends]
}

/** Throws when the buffers have not the form of packed sections. */
export function segmentFrom(head: ArrayBuffer, places: ArrayBuffer | null, dead?: Bits): Segment {
  const [at, idBytes, idEnds, ordinalOfId, idOfOrdinal, termBytes, termEnds, postings, postingEnds] = unpacked(head)
  if (!at || !idBytes || !idEnds || !ordinalOfId || !idOfOrdinal || !termBytes || !termEnds || !postings || !postingEnds)
    throw new Error('a part of the index is missing')
  return {
    head,
    at: new Float64Array(at.buffer, at.byteOffset, at.byteLength / 8),
    ids: { bytes: idBytes, ends: numbers(idEnds) },
    ordinalOfId: numbers(ordinalOfId),
    idOfOrdinal: numbers(idOfOrdinal),
    terms: { bytes: termBytes, ends: numbers(termEnds) },
    postings,
    postingEnds: numbers(postingEnds),
    places: places && placesFrom(places),
    placesBuffer: places,
    pairs: null,
    dead: dead ?? noBits(at.byteLength / 8),
  }
}

export function placesFrom(buffer: ArrayBuffer): SegmentPlaces {
  const [bytes, ends] = unpacked(buffer)
  if (!bytes || !ends) throw new Error('a part of the index is missing')
  return { bytes, ends: numbers(ends) }
}

export function sizeOf({ at }: Pick<SegmentHead, 'at'>): number {
  return at.length
}

export function idAt({ ids, idOfOrdinal }: SegmentHead, ordinal: number): string {
  return stringAt(ids, idOfOrdinal[ordinal] ?? 0)
}

function numbers({ buffer, byteOffset, byteLength }: Uint8Array<ArrayBuffer>): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength / 4)
}
