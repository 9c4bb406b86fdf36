import type { Result } from '../../shared/result.ts'
import type { OutboxRow, SecondCopyMark, SteadylineDatabase } from './database.ts'
import { type JournalLine, type JournalTrouble, pagesOf } from './journal-line.ts'
import { copiedTables, type RecordedChanges } from './recorded-changes.ts'
import type { TellShare } from './restore.ts'
import type { Restored } from './second-copy-state.ts'
import type { Taking } from './take-entries.ts'

export interface CaughtUp {
  readonly restored: Restored | null
  /** What the store and the journal agree on, once the outbox has been told of everything the journal may miss. */
  readonly mark: SecondCopyMark
  /** The journal is another than before, or behind: it is to be given everything. */
  readonly journalMisses: boolean
}

/**
 * Takes from the journal what this store does not have.
 *
 * What waits in the outbox is newer here. Of a journal this store has never met only records that it lacks are taken, because
 * nobody knows which of two is newer. Of one it has met, and that was mended since, it lacks what it removed up to where they
 * agreed: a mended journal may have lost the removal, and is told of it again.
 */
export async function catchUp(
  database: SteadylineDatabase,
  changes: RecordedChanges,
  journal: JournalLine,
  tell: TellShare,
): Promise<Result<CaughtUp, JournalTrouble>> {
  const mark = await database.meta.get('secondCopy')
  const known = await journal.read(mark?.last ?? 0)
  if (!known.ok) return known
  const hasMet = mark?.journal === known.value.id
  const first = hasMet || mark === undefined ? known : await journal.read(0)
  const mended = hasMet ? undefined : known.value.mends.find(({ id }) => id === mark?.journal)
  const agreedTo = mark && mended ? Math.min(mark.last, mended.last) : 0
  if (!first.ok) return first
  const wasEmpty = await isEmpty(database)
  const taking: Taking = { records: new Map(), removed: new Map(), agreedTo, onlyMissing: !hasMet && !mended, leftOut: 0 }
  let unreadable = 0
  for await (const page of pagesOf(journal, first.value)) {
    if (!page.ok) return page
    if (page.value.entries.length > 0)
      await (await import('./take-entries.ts')).takeEntries(database, changes, page.value, taking)
    unreadable = page.value.unreadable
    tell((page.value.next ?? page.value.last) / Math.max(1, page.value.last))
  }
  await database.outbox.bulkAdd([...taking.removed.values()])
  const { id, last } = first.value
  const isBehind = mark !== undefined && hasMet && last < mark.last
  const isOlderVersion = mark !== undefined && mark.version !== database.verno
  const records = taking.records.size
  const notes = [...taking.records.values()].filter(({ table }) => table === 'notes').length
  unreadable += taking.leftOut
  return {
    ok: true,
    value: {
      restored: records > 0 || taking.leftOut > 0 ? { notes, records, unreadable, isPart: false } : null,
      mark: { name: 'secondCopy', journal: id, last, version: database.verno },
      journalMisses: (!hasMet && !wasEmpty) || isBehind || isOlderVersion,
    },
  }
}

/** Tells the outbox of every record there is. */
export async function queueEverything(database: SteadylineDatabase): Promise<void> {
  for (const table of copiedTables(database))
    await database.transaction('rw', table, 'outbox', async () => {
      const keys = await database.table(table).toCollection().primaryKeys()
      await database.outbox.bulkAdd(keys.map((key): OutboxRow => ({ table, key: String(key) })))
    })
}

async function isEmpty(database: SteadylineDatabase): Promise<boolean> {
  const counts = await Promise.all(copiedTables(database).map((table) => database.table(table).count()))
  return counts.every((count) => count === 0)
}
