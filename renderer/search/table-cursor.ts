import { type StringTable, startOf } from './string-table.ts'

/** An entry of a table that several tables are walked through from. */
export interface TableCursor {
  readonly table: StringTable
  index: number
}

/** Those that are at the lowest entry any of them is at; none when all are at their end. */
export function lowest<Cursor extends TableCursor>(cursors: readonly Cursor[]): readonly [Cursor, ...Cursor[]] | null {
  let found: [Cursor, ...Cursor[]] | null = null
  for (const cursor of cursors) {
    if (cursor.index >= cursor.table.ends.length) continue
    const order = found === null ? -1 : compare(cursor, found[0])
    if (order < 0) found = [cursor]
    else if (order === 0) found?.push(cursor)
  }
  return found
}

function compare(a: TableCursor, b: TableCursor): number {
  const [aStart, bStart] = [startOf(a.table.ends, a.index), startOf(b.table.ends, b.index)]
  const [aLength, bLength] = [(a.table.ends[a.index] ?? 0) - aStart, (b.table.ends[b.index] ?? 0) - bStart]
  const length = Math.min(aLength, bLength)
  for (let at = 0; at < length; at += 1) {
    const difference = (a.table.bytes[aStart + at] ?? 0) - (b.table.bytes[bStart + at] ?? 0)
    if (difference !== 0) return difference
  }
  return aLength - bLength
}
