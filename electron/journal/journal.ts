import { randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type {
  JournalChange,
  JournalFailure,
  JournalFault,
  JournalPage,
  JournalRange,
  JournalState,
  MendedJournal,
} from '../../shared/journal/journal.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { Clock } from '../clock.ts'
import { errorCode } from '../error-code.ts'
import type { Log } from '../log.ts'
import { JournalReader } from './journal-reader.ts'
import type { Seal } from './journal-seal.ts'
import { JournalWriter } from './journal-writer.ts'
import { openReachedFile, type Reached } from './reached-file.ts'
import { type OpenGrowing, openGrowing as openFile } from './segment-file.ts'
import type { Segment } from './segment-reading.ts'
import { bytesOf, SegmentShelf, type ShelfSizes } from './segment-shelf.ts'
import { type FoundSegments, findSegments, removeAsides } from './segments.ts'

/** A second copy of every record the window keeps, in case the browser's store is lost. */
export interface Journal {
  readonly folder: string
  state(): JournalState
  /** Succeeds when all of it would survive that the power goes; what comes while a write is under way shares the next. */
  append(changes: readonly JournalChange[]): Promise<Result<JournalRange, JournalFailure>>
  /** The entries with a higher number, a page at a time. */
  read(after: number): Promise<Result<JournalPage, JournalFailure>>
  /** Reads everything once. Where something was lost it goes on as a new journal, so that the window fills it anew. */
  check(): Promise<void>
  /**
   * Writes itself anew, so that no text of a record that was removed or replaced is on the disk any more.
   *
   * A crash leaves the old files or the new ones, never less than all records; after a failure the old ones may still be there.
   */
  purge(): Promise<Result<null, JournalFailure>>
  /** Resolves when nothing is being written or tidied any more. */
  close(): Promise<void>
}

export interface JournalParts {
  readonly dataDir: string
  readonly seal: Seal
  readonly clock: Clock
  readonly log: Log
  /** Its fault or its id is another. */
  readonly changed: (state: JournalState) => void
  readonly openGrowing?: OpenGrowing
  readonly sizes?: JournalSizes
}

export interface JournalSizes extends ShelfSizes {
  readonly segmentBytes: number
  /** UTF-16 units of records in a page. */
  readonly pageLength: number
}

const mebi = 1024 * 1024
const usualSizes: JournalSizes = { segmentBytes: 8 * mebi, spareBytes: 16 * mebi, spareSegments: 32, pageLength: mebi }

interface Waiting {
  readonly changes: readonly JournalChange[]
  readonly done: (result: Result<JournalRange, JournalFailure>) => void
}

/** Opens `<dataDir>/journal`; what cannot be read of it is kept aside. */
export async function openJournal(parts: JournalParts): Promise<Journal> {
  const { dataDir, seal, clock, log, changed, openGrowing = openFile, sizes = usualSizes } = parts
  const reached = await openReachedFile(dataDir, seal)
  const found = await findSegments(dataDir, seal)
  const newest = found.segments.at(-1)
  const missing = missingAtEnd(found, reached.before)
  const shelf = new SegmentShelf(seal, openGrowing, sizes, found.segments)
  const reader = new JournalReader(seal, sizes.pageLength)
  const writer = new JournalWriter({
    ...{ folder: found.folder, seal, openGrowing, segmentBytes: sizes.segmentBytes },
    id: found.unreadable === 0 && missing === 0 && newest ? newest.header.journal : randomUUID(),
    last: found.last,
    nextSegment: found.next,
    closed: (segment) => shelf.add(segment),
  })
  let keptUntil = reached.saidAt ?? (newest === undefined ? null : (await stat(newest.path)).mtimeMs)
  let fault: JournalFault | null = null
  let waiting: Waiting[] = []
  let writing: Promise<unknown> = Promise.resolve()
  let tending: Promise<unknown> = Promise.resolve()

  function segments(): readonly Segment[] {
    return writer.growing === null ? shelf.segments : [...shelf.segments, writer.growing]
  }

  function mends(): readonly MendedJournal[] {
    const all = segments()
    const ends = new Map(all.map(({ header }, index) => [header.journal, (all[index + 1]?.header.starts ?? writer.last + 1) - 1]))
    ends.delete(writer.id)
    return [...ends].map(([id, last]) => ({ id, last }))
  }

  function state(): JournalState {
    return { id: writer.id, last: writer.last, bytes: bytesOf(segments()), keptUntil, fault }
  }

  function setFault(next: JournalFault | null): void {
    if (next?.kind === fault?.kind) return
    fault = next
    if (next !== null) log.error('The journal has a fault', { ...next })
    changed(state())
  }

  async function commit(): Promise<void> {
    const group = waiting
    waiting = []
    try {
      const range = await writer.write(group.flatMap(({ changes }) => changes))
      await reached.say({ journal: writer.id, last: range.last })
      keptUntil = clock.now().wall
      if (fault?.kind === 'journal.full' || fault?.kind === 'journal.failed') setFault(null)
      let first = range.first
      for (const { changes, done } of group) {
        done(success({ first, last: first + changes.length - 1 }))
        first += changes.length
      }
    } catch (error) {
      const failure = failureFrom(error)
      setFault(failure)
      for (const { done } of group) done(failed(failure))
    }
    if (shelf.isFull) void tend(compactShelf)
  }

  function tend(work: () => Promise<void>): Promise<void> {
    const tended = tending
      .then(work)
      .catch((error: unknown) => log.warn('The journal could not be tidied', { cause: errorCode(error) }))
    tending = tended
    return tended
  }

  const shelfEndsBefore = () => writer.growing?.header.starts ?? writer.last + 1

  async function compactShelf(): Promise<void> {
    if (!shelf.isFull || reader.isReading) return
    const lost = await shelf.compact(shelfEndsBefore())
    if (lost > 0) await renew(lost)
  }

  async function purge(): Promise<void> {
    const ended = writing.then(() => writer.endSegment())
    writing = ended.catch(() => undefined)
    await ended
    await reader.close()
    const lost = await shelf.compact(shelfEndsBefore())
    await removeAsides(found.folder)
    if (lost > 0) await renew(lost)
  }

  async function mend(): Promise<void> {
    const lost = await shelf.check(shelfEndsBefore())
    if (lost === 0 || reader.isReading) return
    await renew(lost)
    await shelf.compact(shelfEndsBefore())
  }

  async function renew(entries: number): Promise<void> {
    const renewed = writing.then(() => writer.renew(randomUUID()))
    writing = renewed.catch(() => undefined)
    await renewed
    setFault({ kind: 'journal.damaged', entries })
  }

  if (found.isForeign) setFault({ kind: 'journal.foreign' })
  else if (found.unreadable > 0 || missing > 0) setFault({ kind: 'journal.damaged', entries: missing })

  return {
    folder: found.folder,
    state,
    append: (changes) =>
      new Promise((done) => {
        waiting.push({ changes, done })
        if (waiting.length === 1) writing = writing.then(commit)
      }),
    async read(after) {
      try {
        const page = await reader.page(after, segments(), writer.last + 1)
        const { isAnyAside } = found
        return success({
          id: writer.id,
          mends: mends(),
          last: writer.last,
          isAnyAside,
          ...page,
          unreadable: page.unreadable + missing,
        })
      } catch (error) {
        return failed(failureFrom(error))
      }
    },
    check: () => tend(mend),
    purge() {
      const purged = tending.then(purge)
      tending = purged.catch(() => undefined)
      return purged.then(
        () => success(null),
        (error: unknown) => failed(failureFrom(error)),
      )
    },
    async close() {
      await writing
      await tending
      await reader.close()
      await writer.close()
      await reached.close()
    },
  }
}

/** Acknowledged entries behind the last that is there. */
function missingAtEnd({ segments, last }: FoundSegments, reached: Reached | null): number {
  const newest = segments.at(-1)
  if (reached === null || (newest !== undefined && newest.header.journal !== reached.journal)) return 0
  return Math.max(0, reached.last - last)
}

function failureFrom(error: unknown): JournalFailure {
  const cause = errorCode(error)
  return cause === 'ENOSPC' || cause === 'EDQUOT' ? { kind: 'journal.full' } : { kind: 'journal.failed', cause }
}
