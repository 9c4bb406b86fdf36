import type { Dexie } from 'dexie'

/** What the second copy does not have yet, in the order it was written, and how far the two agree. */
export function secondCopy(database: Dexie): void {
  database.version(7).stores({ outbox: '++order', meta: 'name' })
}
