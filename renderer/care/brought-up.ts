import { SteadylineDatabase } from '../storage/database.ts'
import { copiedTables } from '../storage/recorded-changes.ts'
import { rowShapes } from '../storage/row-shapes.ts'
import type { RecordSet, Row } from './record-set.ts'

/** One at a time; what a crash in the middle leaves is gone with the next. */
const name = 'steadyline-older'

/**
 * The records of an older store as they are in one of today: through a store of its own that goes through the same
 * migrations, and is gone afterwards. Throws where they are no records of today even then.
 */
export async function broughtUp(records: RecordSet, store: number): Promise<RecordSet> {
  const older = new SteadylineDatabase(name, store)
  const today = new SteadylineDatabase(name)
  try {
    await older.delete()
    await older.open()
    for (const [table, rows] of records) await older.table<Row>(table).bulkPut([...rows])
    older.close()
    await today.open()
    const found = await Promise.all(
      copiedTables(today).map(async (table) => [table, await today.table<Row>(table).toArray()] as const),
    )
    for (const [table, rows] of found) for (const row of rows) rowShapes[table]?.parse(row)
    return new Map(found.filter(([, rows]) => rows.length > 0))
  } finally {
    older.close()
    today.close()
    await today.delete()
  }
}
