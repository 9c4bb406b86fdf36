import type { JournalEntry } from '../../shared/journal/journal.ts'
import { readLine, type SegmentHeader } from './journal-lines.ts'
import type { Seal } from './journal-seal.ts'
import { linesOf, segmentPath, sizeOf } from './segment-file.ts'

/** A segment of which nothing is written any more. */
export interface Segment {
  readonly number: number
  readonly path: string
  readonly header: SegmentHeader
  readonly bytes: number
}

/** Entries that were there and are not: lines that do not open, and holes. */
export interface Losses {
  entries: number
}

/** Lines within which a header stands: the damage of one may have made two of it. */
const headerReach = 4

/** `begun` when a crash came before the header was written; `unreadable` when not one of the two headers opens. */
export async function openSegment(folder: string, seal: Seal, number: number): Promise<Segment | 'begun' | 'unreadable'> {
  const path = segmentPath(folder, number)
  let lines = 0
  for await (const { text, isWhole } of linesOf(path)) {
    const line = readLine(seal, number, null, text)
    if (line.kind === 'header') return { number, path, header: line.header, bytes: await sizeOf(path) }
    if (isWhole) lines += 1
    if (lines === headerReach) break
  }
  return lines === 0 ? 'begun' : 'unreadable'
}

/**
 * The entries of a segment that are whole, in order; what is not is counted at the end, never thrown.
 *
 * `endsBefore` is the number the next segment starts with, and null where there is none: a cut there is not seen from here.
 */
export async function* entriesOf(
  { number, path, header }: Segment,
  seal: Seal,
  endsBefore: number | null,
  losses: Losses,
): AsyncGenerator<JournalEntry> {
  let last = header.starts - 1
  let read = 0
  let damaged = 0
  for await (const { text, isWhole } of linesOf(path)) {
    const line = readLine(seal, number, header, text)
    if (line.kind === 'header') continue
    if (line.kind === 'entry' && endsBefore !== null && line.entry.number >= endsBefore) continue
    if (line.kind === 'entry' && line.entry.number > last) {
      last = line.entry.number
      read += 1
      yield line.entry
    } else if (isWhole) damaged += 1
  }
  losses.entries += lost(header, endsBefore, last, read, damaged)
}

/** All entries of the segments, which follow each other. */
export async function* entriesOfAll(
  segments: readonly Segment[],
  seal: Seal,
  endsBefore: number | null,
  losses: Losses,
): AsyncGenerator<JournalEntry> {
  for (const [index, segment] of segments.entries())
    yield* entriesOf(segment, seal, segments[index + 1]?.header.starts ?? endsBefore, losses)
}

function lost(
  { starts, compacted }: SegmentHeader,
  endsBefore: number | null,
  last: number,
  read: number,
  damaged: number,
): number {
  const expected = compacted?.entries ?? (endsBefore ?? last + 1) - starts
  return Math.max(expected - read, damaged)
}
