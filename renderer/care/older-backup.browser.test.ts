import { Encrypter } from 'age-encryption'
import { afterEach, expect, test } from 'vitest'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { copiedTables } from '../storage/recorded-changes.ts'
import { createStorage, type Storage } from '../storage/storage.ts'
import { receivedBrief } from '../transfer/fake-briefs.ts'
import { createCare } from './care.ts'
import type { LongWork } from './long-work.ts'
import { readBackup } from './read-backup.ts'
import type { Row } from './record-set.ts'

type Rows = Readonly<Record<string, readonly Row[]>>

const newest = 11
const passphrase = 'lantern mosaic'
const work: LongWork = { signal: new AbortController().signal, tell: () => undefined }
const opened: SteadylineDatabase[] = []

const note = {
  ...{ id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved' },
  ...{ practice: false, createdAt: 5, updatedAt: 7 },
}
const call = {
  ...{ id: 'baresip:a', dialer: 'baresip', direction: 'incoming', party: { name: 'Marta Kask', number: '+37255500142' } },
  ...{ state: 'ended', endCause: 'caller-hung-up', consultFor: null, certain: true },
  ...{ startedAt: 1, answeredAt: 2, endedAt: 3, ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
}
const checklist = { callId: 'baresip:a', playbookVersion: 'v', stage: 'open', snapshot: { value: 'live', context: {} } }
const draft = { file: 'ours.yaml', text: 'name: Ours', base: '' }
const handled = { ...note, handling: null }

/** What a store of each version held at its time, and how it comes back. */
const ages: readonly (readonly [number, { readonly was: Rows; readonly is: Rows }])[] = [
  [1, { was: { calls: [call], notes: [note], checklists: [checklist] }, is: { calls: [call], notes: [handled] } }],
  [3, same({ calls: [call], notes: [handled], checklists: [checklist], playbookDrafts: [draft] })],
  [6, same({ calls: [call], notes: [handled], briefs: [receivedBrief()], callbacks: [sampleCallback()] })],
  [newest, same({ calls: [call], notes: [{ ...handled, learning: 'Name the date' }], briefs: [receivedBrief()] })],
]

afterEach(async () => {
  for (const database of opened.splice(0)) {
    database.close()
    await database.delete()
  }
})

test.each(ages)(
  'a backup of a store of version %i comes back whole, as the migrations leave it',
  async (version, { was, is }) => {
    const backup = await readBackup(await sealed([head(version), ...linesOf(was)]), passphrase, work)
    if (!backup.ok) throw new Error(backup.failure.kind)
    for (const how of ['addMissing', 'replace'] as const) {
      const here = await storeOf(newest, { breaks: [{ id: 'b', startedAt: 1, endedAt: 2, callId: null }] })
      const before = await all(here)
      const restored = await createCare(here).restore(backup.value, how, work)
      expect(await all(here)).toEqual(how === 'replace' ? is : { ...is, ...before })
      if (!restored.ok) throw new Error(restored.failure.kind)
      await createCare(here).takeBack(restored.value, work)
      expect(await all(here)).toEqual(before)
    }
    expect((await indexedDB.databases()).filter(({ name }) => name === 'steadyline-older')).toEqual([])
  },
)

test.each([
  ['has records of a table its store had not', [head(3), ...linesOf({ briefs: [receivedBrief()] })], 'backup.damaged'],
  ['has a record that no version wrote', [head(3), ...linesOf({ notes: [{ ...handled, text: 5 }] })], 'backup.notBroughtUp'],
  ['has a table nobody knows', [head(newest), ...linesOf({ wishes: [{ id: 'a' }] })], 'backup.damaged'],
  ['is of a store that is newer', [head(newest + 1), ...linesOf({ wishes: [{ id: 'a' }] })], 'backup.newer'],
] as const)('a backup that %s is refused', async (_, lines, kind) => {
  expect(await readBackup(await sealed(lines), passphrase, work)).toEqual({ ok: false, failure: { kind } })
})

function same(rows: Rows): { readonly was: Rows; readonly is: Rows } {
  return { was: rows, is: rows }
}

async function storeOf(version: number, rows: Rows): Promise<Storage> {
  const database = new SteadylineDatabase(`care-at-${crypto.randomUUID()}`, version)
  opened.push(database)
  const storage = createStorage(database)
  await storage.open(null)
  await storage.run(async () => {
    for (const [table, records] of Object.entries(rows)) await database.table(table).bulkPut([...records])
  })
  return storage
}

/** The tables that hold anything. */
async function all(storage: Storage): Promise<Rows> {
  const found = await storage.run(async (database) => {
    const tables = copiedTables(database).map(async (table) => [table, await database.table<Row>(table).toArray()] as const)
    return Object.fromEntries((await Promise.all(tables)).filter(([, rows]) => rows.length > 0))
  })
  if (!found.ok) throw new Error(found.failure.cause)
  return found.value
}

function head(store: number) {
  return { format: 'steadyline-backup', version: 1, store, madeAt: 1 }
}

function linesOf(rows: Rows): readonly Row[] {
  const lines = Object.entries(rows).flatMap(([table, records]) => records.map((record) => ({ table, record })))
  return [...lines, { end: lines.length }]
}

/** With a key that is soon made. */
async function sealed(lines: readonly Row[]): Promise<Blob> {
  const encrypter = new Encrypter()
  encrypter.setPassphrase(passphrase)
  encrypter.setScryptWorkFactor(4)
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  return new Blob([(await encrypter.encrypt(text)) as Uint8Array<ArrayBuffer>])
}
