import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { exportTables } from '../../shared/care/export-format.ts'
import { builtInTexts } from '../../shared/playbook/built-in/built-in-playbooks.ts'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { copiedTables } from '../storage/recorded-changes.ts'
import { createStorage, type Storage } from '../storage/storage.ts'
import { anyExported, anyKept } from './any-records.ts'
import { createCare } from './care.ts'
import { mergeRules } from './compare-records.ts'
import { readJsonExport } from './import-json.ts'
import type { LongWork } from './long-work.ts'
import { readBackup } from './read-backup.ts'
import { keyOf, keyPathOf, type Row } from './record-set.ts'

type Rows = Readonly<Record<string, readonly Row[]>>

const opened: SteadylineDatabase[] = []
const work: LongWork = { signal: new AbortController().signal, tell: () => undefined }

afterEach(discard)

async function discard(): Promise<void> {
  for (const database of opened.splice(0)) {
    database.close()
    await database.delete()
  }
}

async function storeOf(rows: Rows): Promise<Storage> {
  const database = new SteadylineDatabase(`round-trip-${crypto.randomUUID()}`)
  opened.push(database)
  const storage = createStorage(database)
  await storage.open(null)
  await fill(storage, rows)
  return storage
}

function fill(storage: Storage, rows: Rows) {
  return storage.run(async (database) => {
    for (const [table, records] of Object.entries(rows)) await database.table(table).bulkPut([...records])
  })
}

/** Each table by the keys of its records, whatever their order. */
async function all(storage: Storage): Promise<Readonly<Record<string, ReadonlyMap<string, Row>>>> {
  const found = await storage.run(async (database) => {
    const tables = await Promise.all(
      copiedTables(database).map(async (table) => [table, keyed(table, await database.table<Row>(table).toArray())] as const),
    )
    return Object.fromEntries(tables)
  })
  if (!found.ok) throw new Error(found.failure.cause)
  return found.value
}

const shapes = new SteadylineDatabase('only asked for its keys')

function keyed(table: string, rows: readonly Row[]): ReadonlyMap<string, Row> {
  return new Map(rows.map((row) => [keyOf(row, keyPathOf(shapes, table)) ?? '', row]))
}

/** What a store with these would hold. */
function expected(rows: Rows) {
  return Object.fromEntries(copiedTables(shapes).map((table) => [table, keyed(table, rows[table] ?? [])]))
}

async function exported(storage: Storage) {
  const made = await createCare(storage).exportJson({ kind: 'everything' }, work)
  if (!made.ok) throw new Error(made.failure.kind)
  const read = await readJsonExport(made.value.blob, work)
  if (!read.ok) throw new Error(read.failure.kind)
  expect(read.value.broken).toEqual([])
  return read.value.records
}

function hasAny(rows: Rows): boolean {
  return Object.values(rows).some(({ length }) => length > 0)
}

test('whatever the records hold, they are the same after an export and an import into an empty store', async () => {
  await fc.assert(
    fc.asyncProperty(anyExported.filter(hasAny), async (rows) => {
      const [mine, theirs] = [await storeOf(rows), await storeOf({})]
      expect(await createCare(theirs).take(await exported(mine), 'keepMine', work)).toMatchObject({ ok: true })
      expect(await all(theirs)).toEqual(expected(rows))
      await discard()
    }),
    { numRuns: 40 },
  )
}, 120_000)

/** When each was last changed, as its type says it. */
function changedAt(table: string, row: Row): number {
  const {
    updatedAt = 0,
    replacedAt = 0,
    stageAt = 0,
    startedAt = 0,
    endedAt,
    at = 0,
    reported,
  } = row as {
    readonly [Moment in 'updatedAt' | 'replacedAt' | 'stageAt' | 'startedAt' | 'at']?: number
  } & { readonly endedAt?: number | null; readonly reported?: { readonly at: number } | null }
  if (table === 'calls') return endedAt ?? startedAt
  if (table === 'noteEdits') return replacedAt
  if (table === 'briefs') return stageAt
  return table === 'incidents' ? (reported?.at ?? at) : updatedAt
}

test('an import into a store that has a part of it loses nothing, follows the rule where two differ, and is taken back', async () => {
  const rule = fc.constantFrom(...mergeRules)
  await fc.assert(
    fc.asyncProperty(anyExported, anyExported.filter(hasAny), rule, async (mine, theirs, how) => {
      const [here, there] = [await storeOf(mine), await storeOf(theirs)]
      const before = await all(here)
      const care = createCare(here)
      const written = await care.take(await exported(there), how, work)
      const merged = exportTables.map((table) => {
        const records = new Map(keyed(table, mine[table]))
        for (const [key, row] of keyed(table, theirs[table])) {
          const own = records.get(key)
          const isNewer = own !== undefined && changedAt(table, row) > changedAt(table, own)
          if (own === undefined || how === 'takeTheirs' || (how === 'newer' && isNewer)) records.set(key, row)
        }
        return [table, records] as const
      })
      expect(await all(here)).toEqual({ ...expected({}), ...Object.fromEntries(merged) })
      if (!written.ok) throw new Error(written.failure.kind)
      expect(await care.takeBack(written.value, work)).toEqual({ ok: true, value: null })
      expect(await all(here)).toEqual(before)
      await discard()
    }),
    { numRuns: 40 },
  )
}, 120_000)

test('whatever a store holds, its backup brings it back whole, or what is missing, and both are taken back', async () => {
  const read = readPlaybook(builtInTexts[0] ?? '')
  if (!read.ok) throw new Error('the usual playbook can always be read')
  const playbooks = [{ ...read.value.playbook, version: 'v' }]
  await fc.assert(
    fc.asyncProperty(anyKept, anyKept, async (kept, since) => {
      const storage = await storeOf({ ...kept, playbooks })
      const care = createCare(storage)
      const made = await care.backUp('lantern mosaic', work)
      if (!made.ok) throw new Error(made.failure.kind)
      const backup = await readBackup(made.value, 'lantern mosaic', work)
      if (!backup.ok) throw new Error(backup.failure.kind)

      const other = await storeOf(since)
      const before = await all(other)
      for (const how of ['addMissing', 'replace'] as const) {
        const restored = await createCare(other).restore(backup.value, how, work)
        const both = Object.entries(expected({ ...kept, playbooks })).map(
          ([table, rows]) => [table, new Map([...rows, ...(how === 'replace' ? [] : (before[table] ?? []))])] as const,
        )
        expect(await all(other)).toEqual(Object.fromEntries(both))
        if (!restored.ok) throw new Error(restored.failure.kind)
        expect(await createCare(other).takeBack(restored.value, work)).toEqual({ ok: true, value: null })
        expect(await all(other)).toEqual(before)
      }
      await discard()
    }),
    { numRuns: 2 },
  )
}, 120_000)
