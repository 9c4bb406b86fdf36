import type { JournalEntry } from '../../shared/journal/journal.ts'
import { SteadylineDatabase } from './database.ts'
import { putEntries } from './put-entries.ts'
import { copiedTables } from './recorded-changes.ts'

/** A store that is built anew from its records, each in the version that wrote it. */
export class Restoring {
  readonly #name: string
  #database: SteadylineDatabase | null = null
  /** Entries that held no record. */
  leftOut = 0

  constructor(name: string) {
    this.#name = name
  }

  async take(entries: readonly JournalEntry[]): Promise<void> {
    let from = 0
    for (const [index, { version }] of entries.entries()) {
      if (version === (entries[index + 1]?.version ?? null)) continue
      this.leftOut += (await putEntries(await this.#in(version), entries.slice(from, index + 1))).length
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
