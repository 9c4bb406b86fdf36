import type { Storage } from './storage.ts'
import { type WriteBehind, writeBehind } from './write-behind.ts'

/** What is given within a frame goes to the disk as one: a transaction waits for the disk however little is in it. */
export interface WrittenTogether {
  /** Rows of one table; `stored` makes the row when it is written. */
  of<Row>(table: 'calls' | 'checklists', keyOf: (row: Row) => string, stored: (row: Row) => object): WriteBehind<Row>
}

interface Waiting {
  readonly table: string
  readonly key: string
  readonly stored: () => object
}

export function writtenTogether(storage: Storage): WrittenTogether {
  const { put, settled } = writeBehind<Waiting>(
    ({ table, key }) => `${table} ${key}`,
    (rows) =>
      storage.run((database) => {
        const tables = [...new Set(rows.map(({ table }) => table))]
        return database.transaction('rw', tables, async () => {
          for (const name of tables)
            await database.table(name).bulkPut(rows.flatMap(({ table, stored }) => (table === name ? [stored()] : [])))
        })
      }),
  )
  return {
    of: (table, keyOf, stored) => ({
      put: (row) => put({ table, key: keyOf(row), stored: () => stored(row) }),
      settled,
    }),
  }
}
