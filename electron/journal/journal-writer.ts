import { rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { JournalChange, JournalRange } from '../../shared/journal/journal.ts'
import { syncFolder } from '../sync-folder.ts'
import { entryLine, headerLines, numbered, type SegmentHeader } from './journal-lines.ts'
import type { Seal } from './journal-seal.ts'
import { type GrowingFile, type OpenGrowing, segmentPath } from './segment-file.ts'
import type { Segment } from './segment-reading.ts'

export interface WriterStart {
  readonly folder: string
  readonly seal: Seal
  readonly openGrowing: OpenGrowing
  readonly segmentBytes: number
  /** Id of the journal. */
  readonly id: string
  readonly last: number
  readonly nextSegment: number
  /** Nothing is written to this segment any more. */
  readonly closed: (segment: Segment) => void
}

/** The end of the journal; its callers wait for one another. */
export class JournalWriter {
  readonly #start: WriterStart
  #id: string
  #last: number
  #nextSegment: number
  #open: { readonly file: GrowingFile; segment: Segment } | null = null

  constructor(start: WriterStart) {
    this.#start = start
    this.#id = start.id
    this.#last = start.last
    this.#nextSegment = start.nextSegment
  }

  get id(): string {
    return this.#id
  }

  get last(): number {
    return this.#last
  }

  /** The segment that grows; null until something is written. */
  get growing(): Segment | null {
    return this.#open?.segment ?? null
  }

  /**
   * Resolves when all of it is on the disk; rejects when it is not, and then the numbers are given again.
   *
   * After an error nobody knows what of the file is on the disk: it is left as it is, and the next write begins a new one.
   */
  async write(changes: readonly JournalChange[]): Promise<JournalRange> {
    const open = this.#open ?? (await this.#begin())
    const range = { first: this.#last + 1, last: this.#last + changes.length }
    const text = numbered(range.first, changes)
      .map((entry) => entryLine(this.#start.seal, this.#id, entry))
      .join('')
    try {
      await open.file.write(text)
      await open.file.sync()
    } catch (error) {
      await this.#endSegment()
      throw error
    }
    this.#last = range.last
    open.segment = { ...open.segment, bytes: open.segment.bytes + text.length }
    if (open.segment.bytes >= this.#start.segmentBytes) await this.#endSegment()
    return range
  }

  /** Goes on as another journal. */
  async renew(id: string): Promise<void> {
    await this.#endSegment()
    this.#id = id
    await this.#begin()
  }

  /** What was written so far can be compacted; what comes goes into a segment of its own. */
  endSegment(): Promise<void> {
    return this.#endSegment()
  }

  close(): Promise<void> {
    return this.#endSegment()
  }

  async #begin(): Promise<{ readonly file: GrowingFile; segment: Segment }> {
    const { folder, seal, openGrowing } = this.#start
    const number = this.#nextSegment
    const path = segmentPath(folder, number)
    const header: SegmentHeader = { version: 1, journal: this.#id, starts: this.#last + 1, compacted: null }
    const text = headerLines(seal, number, header)
    await seal.keyKept()
    const file = await openGrowing(path)
    try {
      await file.write(text)
      await file.sync()
      await syncFolder(folder)
      await syncFolder(dirname(folder))
    } catch (error) {
      await file.close().catch(() => undefined)
      await rm(path, { force: true })
      throw error
    }
    this.#nextSegment += 1
    this.#open = { file, segment: { number, path, header, bytes: text.length } }
    return this.#open
  }

  async #endSegment(): Promise<void> {
    const open = this.#open
    this.#open = null
    if (open === null) return
    this.#start.closed(open.segment)
    await open.file.close().catch(() => undefined)
  }
}
