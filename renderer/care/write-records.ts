import { failed, type Result, success } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { GivenUp, goOn, type LongWork } from './long-work.ts'
import { countOf, keyOf, keyPathOf, type RecordSet, type Row, slice } from './record-set.ts'
import { isSameRecord } from './same-record.ts'

/** Whether a record that is here gives way to the one that comes; asked only where the two differ. */
export type Rule = (mine: Row, theirs: Row) => boolean

export interface Writing {
  readonly records: RecordSet
  readonly rule: Rule
  /** Records of these tables that are not among `records` are removed. */
  readonly only?: readonly string[]
}

/** One record before and after; undefined where there was none. */
interface Change {
  readonly table: string
  readonly key: string
  readonly before: Row | undefined
  readonly after: Row | undefined
}

/** What was written, by which it can be taken back. */
export type Written = readonly Change[]

export type WriteFailure = StorageFailure | { readonly kind: 'care.givenUp' } | { readonly kind: 'care.changedSince' }

class ChangedSince extends Error {}

/** All of it or nothing, in one transaction, whatever stops it: the person, a reload or the power. */
export function writeRecords(storage: Storage, writing: Writing, work: LongWork): Promise<Result<Written, WriteFailure>> {
  return inOneTransaction(storage, [...writing.records.keys(), ...(writing.only ?? [])], async (database) => {
    const total = Math.max(1, countOf(writing.records))
    const written: Change[] = []
    let done = 0
    for (const [table, rows] of writing.records) {
      for (let from = 0; from < rows.length; from += slice) {
        goOn(work)
        const part = rows.slice(from, from + slice)
        written.push(...(await writeSlice(database, table, part, writing.rule)))
        done += part.length
        work.tell(done / total)
      }
    }
    for (const table of writing.only ?? []) {
      goOn(work)
      written.push(...(await removeOthers(database, table, writing.records.get(table) ?? [])))
    }
    return written
  })
}

/** As it was before; refused, and nothing changed, when anything that was written is different by now. */
export async function takeBack(storage: Storage, written: Written, work: LongWork): Promise<Result<null, WriteFailure>> {
  const tables = [...new Set(written.map(({ table }) => table))]
  const done = await inOneTransaction(storage, tables, async (database) => {
    for (const table of tables) {
      const changes = written.filter((change) => change.table === table)
      for (let from = 0; from < changes.length; from += slice) {
        goOn(work)
        await takeSliceBack(database, table, changes.slice(from, from + slice))
      }
    }
    return null
  })
  return done
}

async function writeSlice(
  database: SteadylineDatabase,
  table: string,
  rows: readonly Row[],
  rule: Rule,
): Promise<readonly Change[]> {
  const keyPath = keyPathOf(database, table)
  const keyed = new Map(rows.map((row) => [keyOf(row, keyPath) ?? '', row]))
  const keys = [...keyed.keys()]
  const mine = await database.table<Row, string>(table).bulkGet(keys)
  const taken = keys.flatMap((key, index) => {
    const [before, row] = [mine[index], keyed.get(key)]
    const isTaken = row && (before === undefined || (!isSameRecord(before, row) && rule(before, row)))
    return isTaken ? [{ key, before, row }] : []
  })
  await database.table<Row, string>(table).bulkPut(taken.map(({ row }) => row))
  const kept = await database.table<Row, string>(table).bulkGet(taken.map(({ key }) => key))
  return taken.map(({ key, before }, index) => ({ table, key, before, after: kept[index] }))
}

async function removeOthers(database: SteadylineDatabase, table: string, rows: readonly Row[]): Promise<readonly Change[]> {
  const keyPath = keyPathOf(database, table)
  const stay = new Set(rows.map((row) => keyOf(row, keyPath)))
  const keys = (await database.table<Row, string>(table).toCollection().primaryKeys()).filter((key) => !stay.has(key))
  const before = await database.table<Row, string>(table).bulkGet(keys)
  await database.table<Row, string>(table).bulkDelete(keys)
  return keys.map((key, index) => ({ table, key, before: before[index], after: undefined }))
}

async function takeSliceBack(database: SteadylineDatabase, table: string, changes: readonly Change[]): Promise<void> {
  const now = await database.table<Row, string>(table).bulkGet(changes.map(({ key }) => key))
  if (!changes.every(({ after }, index) => isSameRecord(after, now[index]))) throw new ChangedSince()
  await database.table<Row, string>(table).bulkPut(changes.flatMap(({ before }) => before ?? []))
  await database.table<Row, string>(table).bulkDelete(changes.filter(({ before }) => before === undefined).map(({ key }) => key))
}

/** What undoes the transaction on purpose is no trouble of the store. */
async function inOneTransaction<Value>(
  storage: Storage,
  tables: readonly string[],
  write: (database: SteadylineDatabase) => Promise<Value>,
): Promise<Result<Value, WriteFailure>> {
  const done = await storage.run(async (database): Promise<Result<Value, WriteFailure>> => {
    try {
      return success(await database.transaction('rw', [...new Set(tables)], () => write(database)))
    } catch (error) {
      if (error instanceof GivenUp) return failed({ kind: 'care.givenUp' })
      if (error instanceof ChangedSince) return failed({ kind: 'care.changedSince' })
      throw error
    }
  })
  return done.ok ? done.value : done
}
