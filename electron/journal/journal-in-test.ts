import { readdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { JournalChange, JournalEntry, JournalState } from '../../shared/journal/journal.ts'
import { systemClock } from '../clock.ts'
import type { Keychain } from '../keychain.ts'
import type { Log } from '../log.ts'
import { openSeal, type Seal } from '../seal.ts'
import { type Journal, type JournalParts, openJournal } from './journal.ts'

const silent: Log = { debug() {}, info() {}, warn() {}, error() {} }

/** So small that a few entries fill a segment, and a few segments are compacted. */
export const smallSizes = { segmentBytes: 2_000, spareBytes: 5_000, spareSegments: 6, pageLength: 200 }

/** A folder whose journal is opened again and again. */
export class JournalPlace {
  readonly dataDir: string
  /** What the journals said of themselves. */
  readonly told: JournalState[] = []
  #seal: Seal
  #opened: Journal[] = []

  private constructor(dataDir: string, seal: Seal) {
    this.dataDir = dataDir
    this.#seal = seal
  }

  static async make(): Promise<JournalPlace> {
    const dataDir = await mkdtemp(join(tmpdir(), 'steadyline-journal-'))
    return new JournalPlace(dataDir, await openSeal(dataDir, null, silent))
  }

  async open(parts: Partial<JournalParts> = {}): Promise<Journal> {
    const journal = await openJournal({
      ...{ dataDir: this.dataDir, seal: this.#seal, clock: systemClock, log: silent },
      sizes: { ...smallSizes, segmentBytes: 100_000, spareBytes: 100_000 },
      changed: (state) => this.told.push(state),
      ...parts,
    })
    this.#opened.push(journal)
    return journal
  }

  async losesItsKey(keychain: Keychain | null = null): Promise<void> {
    await rm(join(this.dataDir, 'seal-key.json'))
    await this.isStartedAgain(keychain)
  }

  async isStartedAgain(keychain: Keychain | null): Promise<void> {
    this.#seal = await openSeal(this.dataDir, keychain, silent)
  }

  get segments(): readonly string[] {
    const folder = join(this.dataDir, 'journal')
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name))
  }

  async remove(): Promise<void> {
    for (const journal of this.#opened) await journal.close()
    await rm(this.dataDir, { recursive: true })
  }
}

export async function entries(journal: Journal, after = 0): Promise<readonly JournalEntry[]> {
  const all: JournalEntry[] = []
  for (let from: number | null = after; from !== null; ) {
    const page = await journal.read(from)
    if (!page.ok) throw new Error(page.failure.kind)
    all.push(...page.value.entries)
    from = page.value.next
  }
  return all
}

export async function unreadableIn(journal: Journal): Promise<number> {
  for (let from = 0; ; ) {
    const page = await journal.read(from)
    if (!page.ok) throw new Error(page.failure.kind)
    if (page.value.next === null) return page.value.unreadable
    from = page.value.next
  }
}

export function note(key: string, text: string | null): JournalChange {
  return { table: 'notes', key, version: 7, text }
}

export function piece(key: string, text: string, at: number, of: number): JournalChange {
  return { ...note(key, text), piece: { at, of } }
}

export function numberedFrom(first: number, written: readonly JournalChange[]): readonly JournalEntry[] {
  return written.map((change, index) => ({ number: first + index, ...change }))
}
