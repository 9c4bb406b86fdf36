import { Dexie } from 'dexie'
import type { SteadylineDatabase } from '../storage/database.ts'

export type Row = object

/** Records by the table they belong in. */
export type RecordSet = ReadonlyMap<string, readonly Row[]>

/** Records that are read or written at a stretch, within a frame or two. */
export const slice = 250

/** Where in a record its key stands. */
export function keyPathOf(database: SteadylineDatabase, table: string): string {
  const { keyPath } = database.table(table).schema.primKey
  return typeof keyPath === 'string' ? keyPath : 'id'
}

/** Undefined where the record has no key that a table of ours could hold. */
export function keyOf(row: Row, keyPath: string): string | undefined {
  const key: unknown = Dexie.getByKeyPath(row, keyPath)
  return typeof key === 'string' && key !== '' ? key : undefined
}

export function countOf(records: RecordSet): number {
  return [...records.values()].reduce((sum, rows) => sum + rows.length, 0)
}

/** Rows of a table in the order of their keys, a slice at a time, each read by itself so that others may write in between. */
export async function* slicesOf(database: SteadylineDatabase, table: string, size = slice): AsyncGenerator<readonly Row[]> {
  const keyPath = keyPathOf(database, table)
  let after: string | null = null
  for (;;) {
    const all = database.table<Row, string>(table)
    const rows: readonly Row[] = await (after === null ? all.orderBy(':id') : all.where(':id').above(after)).limit(size).toArray()
    if (rows.length > 0) yield rows
    const last = rows.at(-1)
    if (rows.length < size || last === undefined) return
    after = String(Dexie.getByKeyPath(last, keyPath))
  }
}
