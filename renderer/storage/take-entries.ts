import type { JournalEntry, JournalPage } from '../../shared/journal/journal.ts'
import type { OutboxRow, SteadylineDatabase } from './database.ts'
import { putEntries } from './put-entries.ts'
import { copiedTables, type RecordedChanges } from './recorded-changes.ts'

export interface Taking {
  /** What was taken last, by record. */
  readonly records: Map<string, JournalEntry>
  /** Records of a mended journal that were removed here. */
  readonly removed: Map<string, OutboxRow>
  /** Number up to which the store had everything that a mended journal holds. */
  readonly agreedTo: number
  readonly onlyMissing: boolean
  /** Entries that held no record. */
  leftOut: number
}

/** What of a page of the journal is wanted here, put into the store and noted in `taking`. */
export async function takeEntries(
  database: SteadylineDatabase,
  changes: RecordedChanges,
  { entries }: JournalPage,
  taking: Taking,
): Promise<void> {
  const { records, removed, agreedTo, onlyMissing } = taking
  const tables = copiedTables(database)
  await database.transaction('rw', [...tables, 'outbox'], async (transaction) => {
    changes.leaveOut(transaction)
    const waiting = new Set((await database.outbox.toArray()).map(recordOf))
    const wanted: JournalEntry[] = []
    const isTaken = new Set(records.keys())
    for (const entry of entries) {
      const record = recordOf(entry)
      if (waiting.has(record) || !tables.includes(entry.table)) continue
      const here = isTaken.has(record) ? undefined : await database.table(entry.table).get(entry.key)
      if (here !== undefined && (onlyMissing || entry.number <= agreedTo || JSON.stringify(here) === entry.text)) continue
      if (here === undefined && entry.text === null && !isTaken.has(record)) continue
      if (entry.number <= agreedTo) removed.set(record, { table: entry.table, key: entry.key })
      if (entry.number <= agreedTo) continue
      removed.delete(record)
      wanted.push(entry)
      isTaken.add(record)
    }
    const leftOut = new Set(await putEntries(database, wanted))
    for (const entry of wanted) if (!leftOut.has(entry)) records.set(recordOf(entry), entry)
    taking.leftOut += leftOut.size
  })
}

function recordOf({ table, key }: { readonly table: string; readonly key: string }): string {
  return `${table}\n${key}`
}
