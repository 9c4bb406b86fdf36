import { type DBCore, type DBCoreMutateRequest, type DBCoreTable, type DBCoreTransaction, Dexie, type Transaction } from 'dexie'
import type { OutboxRow } from './database.ts'

/** Tables that can be made anew from the others, or are about the second copy itself. Every other one is copied. */
const uncopied: ReadonlySet<string> = new Set(['outbox', 'meta', 'searchSegments'])

/** Names of the tables that have a second copy, whatever version the database is in. */
export function copiedTables(database: Dexie): readonly string[] {
  return database.tables.map(({ name }) => name).filter((name) => !uncopied.has(name))
}

export interface RecordedChanges {
  /** What this transaction changes comes from the second copy, and does not go back to it. */
  leaveOut(transaction: Transaction): void
}

/**
 * Writes down, in the transaction that changes a record, that the second copy does not have it yet.
 *
 * Below all stores, so that no feature can forget it. `touched` is called before the transaction is complete, and outside of it.
 */
export function recordChanges(database: Dexie, touched: () => void): RecordedChanges {
  const leftOut = new WeakSet<object>()

  function isRecorded(transaction: DBCoreTransaction): boolean {
    return !leftOut.has(transaction) && (transaction as IDBTransaction).mode !== 'versionchange'
  }

  function recording(core: DBCore, name: string): DBCoreTable {
    const table = core.table(name)
    if (uncopied.has(name)) return table
    const mutate = (request: DBCoreMutateRequest, keys: readonly unknown[]) => {
      Dexie.ignoreTransaction(touched)
      const values = keys.map((key): OutboxRow => ({ table: name, key: String(key) }))
      return table.mutate(request).then((response) =>
        core
          .table('outbox')
          .mutate({ type: 'add', trans: request.trans, values })
          .then(() => response),
      )
    }
    return {
      ...table,
      mutate(request) {
        if (!isRecorded(request.trans)) return table.mutate(request)
        if (request.type !== 'deleteRange') return mutate(request, keysOf(table, request))
        const query = { index: table.schema.primaryKey, range: request.range }
        return table.query({ trans: request.trans, values: false, query }).then(({ result }) => mutate(request, result))
      },
    }
  }

  database.use({
    stack: 'dbcore',
    name: 'recordChanges',
    create: (core) => ({
      ...core,
      transaction: (tables, mode, options) =>
        core.transaction(
          mode === 'readwrite' && tables.some((table) => !uncopied.has(table)) ? withOutbox(tables) : tables,
          mode,
          options,
        ),
      table: (name) => recording(core, name),
    }),
  })
  return {
    leaveOut: ({ idbtrans }) => void leftOut.add(idbtrans),
  }
}

function keysOf(table: DBCoreTable, request: Exclude<DBCoreMutateRequest, { type: 'deleteRange' }>): readonly unknown[] {
  if (request.type === 'delete') return request.keys
  return request.keys ?? request.values.map((value) => table.schema.primaryKey.extractKey?.(value))
}

function withOutbox(tables: string[]): string[] {
  return tables.includes('outbox') ? tables : [...tables, 'outbox']
}
