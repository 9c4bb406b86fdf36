import { hasBit } from './bits.ts'
import { byteWriter } from './byte-writer.ts'
import { idAt, type Segment, type SegmentHead, sizeOf } from './segment.ts'
import { byCodePoint, startOf } from './string-table.ts'
import { lowest } from './table-cursor.ts'

/** In the place of an ordinal: the record is dead. */
export const gone = -1

/** Records or postings that are worked off at a stretch, about a millisecond: a question need not wait longer than that. */
export const slice = 4_000

/** The same for ids, of which each is compared with that of every other segment. */
const shortSlice = slice / 8

/** For each segment, from its ordinals to those of the merged one; both stand in the same order. */
export function* mergedOrdinals(segments: readonly Segment[]): Generator<undefined, readonly Int32Array[]> {
  const ordinals = segments.map((segment) => new Int32Array(sizeOf(segment)).fill(gone))
  const next = segments.map((segment) => firstLiving(segment, 0))
  for (let ordinal = 0; ; ordinal += 1) {
    const from = newest(segments, next)
    const segment = segments[from]
    const old = next[from]
    if (segment === undefined || old === undefined) return ordinals
    const mapped = ordinals[from]
    if (mapped) mapped[old] = ordinal
    next[from] = firstLiving(segment, old + 1)
    if (ordinal % slice === slice - 1) yield
  }
}

function firstLiving(segment: Segment, from: number): number {
  let ordinal = from
  while (ordinal < sizeOf(segment) && hasBit(segment.dead, ordinal)) ordinal += 1
  return ordinal
}

/** Which segment has the newest of the next ones; -1 when none is left. */
function newest(segments: readonly Segment[], next: readonly number[]): number {
  let best = -1
  segments.forEach((segment, from) => {
    const old = next[from] ?? 0
    if (old >= sizeOf(segment)) return
    const other = segments[best]
    if (other === undefined || isNewer(segment, old, other, next[best] ?? 0)) best = from
  })
  return best
}

function isNewer(a: Segment, ofA: number, b: Segment, ofB: number): boolean {
  const difference = (a.at[ofA] ?? 0) - (b.at[ofB] ?? 0)
  return difference === 0 ? byCodePoint(idAt(a, ofA), idAt(b, ofB)) < 0 : difference > 0
}

type Records = Pick<SegmentHead, 'at' | 'ids' | 'ordinalOfId' | 'idOfOrdinal'>

export function* mergedRecords(segments: readonly Segment[], ordinals: readonly Int32Array[]): Generator<undefined, Records> {
  const size = ordinals.reduce((sum, of) => sum + of.reduce((count, ordinal) => count + (ordinal === gone ? 0 : 1), 0), 0)
  yield
  const at = new Float64Array(size)
  const [ends, ordinalOfId, idOfOrdinal] = [new Uint32Array(size), new Uint32Array(size), new Uint32Array(size)]
  const bytes = byteWriter(1 << 12)
  const cursors = segments.map(({ ids }, from) => ({ table: ids, index: 0, from }))
  let index = 0
  for (let next = lowest(cursors); next !== null; next = lowest(cursors)) {
    for (const cursor of next) {
      const old = segments[cursor.from]?.ordinalOfId[cursor.index] ?? 0
      const ordinal = ordinals[cursor.from]?.[old] ?? gone
      if (ordinal !== gone) {
        at[ordinal] = segments[cursor.from]?.at[old] ?? 0
        bytes.copy(cursor.table.bytes, startOf(cursor.table.ends, cursor.index), cursor.table.ends[cursor.index] ?? 0)
        ends[index] = bytes.length
        ordinalOfId[index] = ordinal
        idOfOrdinal[ordinal] = index
        index += 1
        if (index % shortSlice === 0) yield
      }
      cursor.index += 1
    }
  }
  return { at, ids: { bytes: bytes.bytes(), ends }, ordinalOfId, idOfOrdinal }
}
