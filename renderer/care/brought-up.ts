import { SteadylineDatabase } from '../storage/database.ts'
import { copiedTables } from '../storage/recorded-changes.ts'
import type { Backup } from './read-backup.ts'
import type { RecordSet, Row } from './record-set.ts'

/**
 * The records of an older store as they are in one of today: through a store of its own that goes through the same
 * migrations, and is gone afterwards.
 */
export async function broughtUp({ store, records }: Backup): Promise<RecordSet> {
  if (store >= new SteadylineDatabase().verno) return records
  const name = `steadyline-older-${crypto.randomUUID()}`
  const older = new SteadylineDatabase(name, store)
  try {
    await older.open()
    for (const [table, rows] of records) await older.table<Row>(table).bulkPut([...rows])
    older.close()
    const today = new SteadylineDatabase(name)
    await today.open()
    const found = await Promise.all(
      copiedTables(today).map(async (table) => [table, await today.table<Row>(table).toArray()] as const),
    )
    today.close()
    return new Map(found.filter(([, rows]) => rows.length > 0))
  } finally {
    older.close()
    await older.delete()
  }
}
