import { hasBit, setBit } from './bits.ts'
import { type ByteReader, type ByteWriter, byteWriter, readNumber, skipPlaces } from './byte-writer.ts'
import { gone, mergedOrdinals, mergedRecords, slice } from './merge-records.ts'
import { packing } from './packed.ts'
import { type Segment, type SegmentHead, type SegmentPlaces, sectionsOfHead, sectionsOfPlaces, segmentFrom } from './segment.ts'
import { startOf } from './string-table.ts'
import { lowest, type TableCursor } from './table-cursor.ts'

/** One segment of all that lives in these, a slice at a time; every one must have its places. */
export function* mergeSegments(segments: readonly Segment[]): Generator<undefined, Segment> {
  const diedBefore = segments.map(({ dead }) => dead.slice())
  const ordinals = yield* mergedOrdinals(segments)
  const records = yield* mergedRecords(segments, ordinals)
  const { terms, places } = yield* mergedTerms(segments, ordinals)
  const head = yield* packing(sectionsOfHead({ ...records, ...terms }))
  const placesBuffer = yield* packing(sectionsOfPlaces(places))
  const merged = segmentFrom(head, placesBuffer)
  segments.forEach(({ dead }, from) => {
    const before = diedBefore[from] ?? dead
    ordinals[from]?.forEach((ordinal, old) => {
      if (ordinal !== gone && hasBit(dead, old) && !hasBit(before, old)) setBit(merged.dead, ordinal)
    })
  })
  return merged
}

/** A segment on its way into the merged one. */
interface Source extends TableCursor {
  readonly segment: Segment
  readonly places: SegmentPlaces
  readonly ordinals: Int32Array
}

type Terms = Pick<SegmentHead, 'terms' | 'postings' | 'postingEnds'>

function* mergedTerms(
  segments: readonly Segment[],
  ordinals: readonly Int32Array[],
): Generator<undefined, { readonly terms: Terms; readonly places: SegmentPlaces }> {
  const sources = segments.map((segment, from): Source => {
    if (segment.places === null) throw new Error('a segment is merged without its places')
    return { segment, table: segment.terms, index: 0, places: segment.places, ordinals: ordinals[from] ?? new Int32Array() }
  })
  const writerFor = (of: (segment: Source) => Uint8Array) =>
    byteWriter(sources.reduce((sum, source) => sum + of(source).length, 1 << 12))
  const [postings, places] = [writerFor(({ segment }) => segment.postings), writerFor((source) => source.places.bytes)]
  const bytes = writerFor(({ table }) => table.bytes)
  const [ends, postingEnds, placeEnds]: [number[], number[], number[]] = [[], [], []]
  let sinceRest = 0
  for (let next = lowest(sources); next !== null; next = lowest(sources)) {
    const written = yield* mergedTerm(next, postings, places)
    const [{ table, index }] = next
    if (written > 0) {
      bytes.copy(table.bytes, startOf(table.ends, index), table.ends[index] ?? 0)
      ends.push(bytes.length)
      postingEnds.push(postings.length)
      placeEnds.push(places.length)
    }
    for (const source of next) source.index += 1
    sinceRest += (written % slice) + sources.length
    if (sinceRest < slice) continue
    sinceRest = 0
    yield
  }
  const terms = { bytes: bytes.bytes(), ends: new Uint32Array(ends) }
  yield
  const head = { terms, postings: postings.bytes(), postingEnds: new Uint32Array(postingEnds) }
  yield
  return { terms: head, places: { bytes: places.bytes(), ends: new Uint32Array(placeEnds) } }
}

/** Where the merge stands in one segment's postings of a term. */
interface Walk {
  readonly ordinals: Int32Array
  readonly postings: ByteReader
  readonly end: number
  readonly places: ByteReader
  readonly hasPlaces: boolean
  old: number
  /** `gone` after the last. */
  ordinal: number
  placesFrom: number
}

/** Writes what lives of the term, and returns how many records it is in. */
function* mergedTerm(sources: readonly Source[], postings: ByteWriter, places: ByteWriter): Generator<undefined, number> {
  const walks = sources.map(begun)
  let last = 0
  for (let count = 0; ; count += 1) {
    let first: Walk | undefined
    for (const walk of walks) if (walk.ordinal !== gone && (first === undefined || walk.ordinal < first.ordinal)) first = walk
    if (first === undefined) return count
    postings.number(first.ordinal - last)
    last = first.ordinal
    if (first.hasPlaces) places.copy(first.places.bytes, first.placesFrom, first.places.at)
    goOn(first)
    if (count % slice === slice - 1) yield
  }
}

function begun({ segment, places, ordinals, index }: Source): Walk {
  const placesFrom = startOf(places.ends, index)
  const walk: Walk = {
    ordinals,
    postings: { at: startOf(segment.postingEnds, index), bytes: segment.postings },
    end: segment.postingEnds[index] ?? 0,
    places: { at: placesFrom, bytes: places.bytes },
    hasPlaces: (places.ends[index] ?? 0) > placesFrom,
    old: 0,
    ordinal: gone,
    placesFrom,
  }
  goOn(walk)
  return walk
}

/** On to the next posting that lives. */
function goOn(walk: Walk): void {
  walk.ordinal = gone
  while (walk.ordinal === gone && walk.postings.at < walk.end) {
    walk.old += readNumber(walk.postings)
    walk.ordinal = walk.ordinals[walk.old] ?? gone
    walk.placesFrom = walk.places.at
    if (walk.hasPlaces) skipPlaces(walk.places)
  }
}
