import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { isAnyAside, setAside } from '../set-aside.ts'
import type { Seal } from './journal-seal.ts'
import { segmentPath, segmentsIn } from './segment-file.ts'
import { entriesOf, openSegment, type Segment } from './segment-reading.ts'

const folderName = 'journal'

/** What the runs before left behind. */
export interface FoundSegments {
  readonly folder: string
  readonly segments: readonly Segment[]
  /** Number of the last entry. */
  readonly last: number
  /** Number for the next segment: one that another run has written to is never written to again. */
  readonly next: number
  /** Segments of which nothing could be read, kept aside. */
  readonly unreadable: number
  /** All of it was sealed with another key, and is kept aside under another name. */
  readonly isForeign: boolean
  /** Also when an earlier run put it there. */
  readonly isAnyAside: boolean
}

/** Opens `<dataDir>/journal`. */
export async function findSegments(dataDir: string, seal: Seal): Promise<FoundSegments> {
  const folder = join(dataDir, folderName)
  const numbers = await segmentsIn(folder)
  const opened = await Promise.all(numbers.map(async (number) => ({ number, segment: await openSegment(folder, seal, number) })))
  const segments = opened.flatMap(({ segment }) => (typeof segment === 'string' ? [] : [segment]))
  const unreadable = opened.filter(({ segment }) => segment === 'unreadable')
  if (segments.length === 0 && unreadable.length > 0) {
    await setAside(dataDir, folderName)
    await segmentsIn(folder)
    return { folder, segments: [], last: 0, next: 1, unreadable: 0, isForeign: true, isAnyAside: true }
  }
  for (const { number } of unreadable) await rename(segmentPath(folder, number), `${segmentPath(folder, number)}.broken`)
  for (const { number, segment } of opened) if (segment === 'begun') await rm(segmentPath(folder, number))
  const counting = await withoutReplaced(segments)
  return {
    folder,
    segments: counting,
    last: await lastNumber(counting.at(-1), seal),
    next: (numbers.at(-1) ?? 0) + 1,
    unreadable: unreadable.length,
    isForeign: false,
    isAnyAside: await isAnyAside(dataDir, folderName),
  }
}

/** What crashes and damage left beside the segments: unfinished compactions, and segments that nobody can read. */
export async function removeAsides(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (/\.journal\.(?:new|broken)$/.test(name)) await rm(join(folder, name))
}

/** A crash may have come before a compaction had removed what it replaced. */
async function withoutReplaced(segments: readonly Segment[]): Promise<readonly Segment[]> {
  const compacted = segments.findLastIndex(({ header }) => header.compacted !== null)
  for (const { path } of segments.slice(0, Math.max(0, compacted))) await rm(path, { force: true })
  return segments.slice(Math.max(0, compacted))
}

async function lastNumber(newest: Segment | undefined, seal: Seal): Promise<number> {
  if (newest === undefined) return 0
  const { starts, compacted } = newest.header
  let last = compacted?.last ?? starts - 1
  if (compacted === null) for await (const { number } of entriesOf(newest, seal, null, { entries: 0 })) last = number
  return last
}
