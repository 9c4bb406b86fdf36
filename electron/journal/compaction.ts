import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { JournalPiece } from '../../shared/journal/journal.ts'
import { syncFolder } from '../sync-folder.ts'
import { entryLine, headerLines, type SegmentHeader } from './journal-lines.ts'
import type { Seal } from './journal-seal.ts'
import { type GrowingFile, type OpenGrowing, sizeOf } from './segment-file.ts'
import { entriesOfAll, type Losses, type Segment } from './segment-reading.ts'

/** Characters that are written at once. */
const batchLength = 256 * 1024

export interface CompactionParts {
  readonly seal: Seal
  readonly openGrowing: OpenGrowing
  /** Number of the first entry behind these segments. */
  readonly endsBefore: number
}

export interface Compacted {
  readonly segment: Segment
  readonly lost: number
}

/**
 * Puts the last state of each record in the place of these segments; what was removed stays known as removed.
 *
 * It is written aside, and takes the name of the newest of them: a crash before that leaves the old ones, a crash after it
 * leaves some of them in front of the new one, which says the same once more.
 */
export async function compact(segments: readonly Segment[], parts: CompactionParts): Promise<Compacted | null> {
  const newest = segments.at(-1)
  if (newest === undefined) return null
  const losses: Losses = { entries: 0 }
  const states = await lastStates(segments, parts, losses)
  const numbers = new Set([...states.values()].flatMap(({ whole, begun }) => [...whole, ...begun]))
  const header: SegmentHeader = {
    version: 1,
    journal: newest.header.journal,
    starts: segments[0]?.header.starts ?? 1,
    compacted: { entries: numbers.size, last: parts.endsBefore - 1 },
  }
  const aside = `${newest.path}.new`
  await rm(aside, { force: true })
  const file = await parts.openGrowing(aside)
  try {
    await file.write(headerLines(parts.seal, newest.number, header))
    await copyLast(segments, parts, numbers, header.journal, file)
    await file.sync()
  } finally {
    await file.close()
  }
  const bytes = await sizeOf(aside)
  await rename(aside, newest.path)
  await syncFolder(dirname(newest.path))
  for (const { path } of segments.slice(0, -1)) await rm(path, { force: true })
  return { segment: { ...newest, header, bytes }, lost: losses.entries }
}

/** Numbers of the entries that are a record's last state, and of the pieces of the next while its last is not here yet. */
interface LastState {
  readonly whole: readonly number[]
  readonly begun: readonly number[]
}

async function lastStates(
  segments: readonly Segment[],
  { seal, endsBefore }: CompactionParts,
  losses: Losses,
): Promise<ReadonlyMap<string, LastState>> {
  const states = new Map<string, LastState>()
  for await (const { table, key, number, piece } of entriesOfAll(segments, seal, endsBefore, losses)) {
    const record = recordOf(table, key)
    states.set(record, stateAfter(states.get(record) ?? { whole: [], begun: [] }, number, piece))
  }
  return states
}

/** Pieces behind which another state or another beginning stands are never read again. */
function stateAfter({ whole, begun }: LastState, number: number, piece: JournalPiece | undefined): LastState {
  if (piece === undefined) return { whole: [number], begun: [] }
  const before = piece.at === 0 ? [] : begun
  if (before.length !== piece.at) return { whole, begun: [] }
  const pieces = [...before, number]
  return pieces.length === piece.of ? { whole: pieces, begun: [] } : { whole, begun: pieces }
}

async function copyLast(
  segments: readonly Segment[],
  { seal, endsBefore }: CompactionParts,
  numbers: ReadonlySet<number>,
  journal: string,
  file: GrowingFile,
): Promise<void> {
  let batch = ''
  for await (const entry of entriesOfAll(segments, seal, endsBefore, { entries: 0 })) {
    if (!numbers.has(entry.number)) continue
    batch += entryLine(seal, journal, entry)
    if (batch.length < batchLength) continue
    await file.write(batch)
    batch = ''
  }
  await file.write(batch)
}

function recordOf(table: string, key: string): string {
  return `${table}\n${key}`
}
