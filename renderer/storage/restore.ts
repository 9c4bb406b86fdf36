import { Dexie } from 'dexie'
import type { JournalEntry } from '../../shared/journal/journal.ts'
import { SteadylineDatabase } from './database.ts'
import { type JournalLine, pagesOf } from './journal-line.ts'
import type { putEntries } from './put-entries.ts'
import { copiedTables } from './recorded-changes.ts'
import type { Restored } from './second-copy-state.ts'

/** Told how much of the journal has been read, from 0 to 1. */
export type TellShare = (share: number) => void

/**
 * Brings a store that is gone back from the journal; null when it is there, or there is nothing to bring back.
 *
 * Records return into the version of the store that wrote them, so that the migrations after it see what they expect. An
 * empty database beside the store says that this is under way: what a crash leaves half done is begun again.
 */
export async function restoreIfGone(name: string, journal: JournalLine, tell: TellShare): Promise<Restored | null> {
  const underWay = new Dexie(`${name}-restoring`)
  underWay.version(1).stores({ nothing: '' })
  const isUnderWay = await Dexie.exists(underWay.name)
  if (!isUnderWay && (await Dexie.exists(name))) return null
  const first = await journal.read(0)
  if (!first.ok) return { notes: 0, records: 0, unreadable: 0, isPart: true }
  const { id, last } = first.value
  if (last === 0 && first.value.unreadable === 0) return null
  await underWay.open()
  await Dexie.delete(name)
  const restoring = new Restoring(name, (await import('./put-entries.ts')).putEntries)
  let unreadable = 0
  let isPart = false
  for await (const page of pagesOf(journal, first.value)) {
    if (!page.ok) {
      isPart = true
      break
    }
    await restoring.take(page.value.entries)
    unreadable = page.value.unreadable
    tell((page.value.next ?? page.value.last) / Math.max(1, page.value.last))
  }
  const records = await restoring.finish(isPart ? null : { id, last })
  await underWay.delete()
  return { ...records, unreadable: unreadable + restoring.leftOut, isPart }
}

class Restoring {
  readonly #name: string
  readonly #put: typeof putEntries
  #database: SteadylineDatabase | null = null
  /** Entries that held no record. */
  leftOut = 0

  constructor(name: string, put: typeof putEntries) {
    this.#name = name
    this.#put = put
  }

  async take(entries: readonly JournalEntry[]): Promise<void> {
    let from = 0
    for (const [index, { version }] of entries.entries()) {
      if (version === (entries[index + 1]?.version ?? null)) continue
      this.leftOut += (await this.#put(await this.#in(version), entries.slice(from, index + 1))).length
      from = index + 1
    }
  }

  /** Brings it to the version of today; `mark` says how far it agrees with which journal. */
  async finish(
    mark: { readonly id: string; readonly last: number } | null,
  ): Promise<{ readonly notes: number; readonly records: number }> {
    const database = await this.#in(Number.POSITIVE_INFINITY)
    const { verno: version } = database
    if (mark) await database.meta.put({ name: 'secondCopy', journal: mark.id, last: mark.last, version })
    const counts = await Promise.all(copiedTables(database).map((table) => database.table(table).count()))
    const notes = await database.notes.count()
    database.close()
    return { notes, records: counts.reduce((sum, count) => sum + count, 0) }
  }

  async #in(version: number): Promise<SteadylineDatabase> {
    if (this.#database && this.#database.verno >= version) return this.#database
    this.#database?.close()
    this.#database = new SteadylineDatabase(this.#name, version)
    await this.#database.open()
    return this.#database
  }
}
