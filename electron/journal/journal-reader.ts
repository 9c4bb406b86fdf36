import type { JournalEntry } from '../../shared/journal/journal.ts'
import type { Seal } from './journal-seal.ts'
import { entriesOfAll, type Losses, type Segment } from './segment-reading.ts'

export interface ReadPage {
  readonly entries: readonly JournalEntry[]
  readonly next: number | null
  readonly unreadable: number
}

interface Reading {
  readonly entries: AsyncGenerator<JournalEntry>
  readonly losses: Losses
  /** Number of the last entry that was given. */
  readonly at: number
}

/** Gives the journal a page at a time; the next page goes on where the one before ended. */
export class JournalReader {
  readonly #seal: Seal
  readonly #pageLength: number
  #reading: Reading | null = null

  constructor(seal: Seal, pageLength: number) {
    this.#seal = seal
    this.#pageLength = pageLength
  }

  /** Between two pages: the segments must stay as they are. */
  get isReading(): boolean {
    return this.#reading !== null
  }

  async page(after: number, segments: readonly Segment[], endsBefore: number): Promise<ReadPage> {
    const { entries, losses } = this.#reading?.at === after ? this.#reading : await this.#begin(segments, endsBefore)
    this.#reading = null
    const page: JournalEntry[] = []
    let length = 0
    while (length < this.#pageLength) {
      const read = await entries.next()
      if (read.done === true) return { entries: page, next: null, unreadable: losses.entries }
      if (read.value.number <= after) continue
      page.push(read.value)
      length += (read.value.text?.length ?? 0) + read.value.key.length
    }
    const at = page.at(-1)?.number ?? after
    this.#reading = { entries, losses, at }
    return { entries: page, next: at, unreadable: losses.entries }
  }

  async close(): Promise<void> {
    await this.#reading?.entries.return(undefined)
    this.#reading = null
  }

  async #begin(segments: readonly Segment[], endsBefore: number): Promise<Pick<Reading, 'entries' | 'losses'>> {
    await this.close()
    const losses: Losses = { entries: 0 }
    return { entries: entriesOfAll(segments, this.#seal, endsBefore, losses), losses }
  }
}
