import { Dexie } from 'dexie'
import type { JournalEntry } from '../../shared/journal/journal.ts'
import type { SteadylineDatabase } from './database.ts'
import { copiedTables } from './recorded-changes.ts'
import { rowShapes } from './row-shapes.ts'

/**
 * Puts the last state of each record where it belongs, and answers which entries hold none.
 *
 * Such an entry is left out, and the state before it stands. Tables this version does not know are left in the journal.
 */
export async function putEntries(
  database: SteadylineDatabase,
  entries: readonly JournalEntry[],
): Promise<readonly JournalEntry[]> {
  const tables = new Map(copiedTables(database).map((name) => [name, new Map<string, object | null>()]))
  const leftOut: JournalEntry[] = []
  for (const entry of entries) {
    const records = tables.get(entry.table)
    if (records === undefined) continue
    const row = rowOf(database, entry)
    if (row === undefined) leftOut.push(entry)
    else records.set(entry.key, row)
  }
  for (const [name, records] of tables) {
    if (records.size === 0) continue
    const gone = [...records].flatMap(([key, row]) => (row === null ? [key] : []))
    await database.table(name).bulkPut([...records.values()].filter((row) => row !== null))
    await database.table(name).bulkDelete(gone)
  }
  return leftOut
}

/** Null when the record was removed; undefined when the text is none of this table under this key. */
function rowOf(database: SteadylineDatabase, { table, key, text }: JournalEntry): object | null | undefined {
  if (text === null) return null
  const row = parsed(text)
  const { keyPath } = database.table(table).schema.primKey
  if (typeof row !== 'object' || row === null || typeof keyPath !== 'string') return undefined
  if (Dexie.getByKeyPath(row, keyPath) !== key) return undefined
  return rowShapes[table]?.safeParse(row).success === false ? undefined : row
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
