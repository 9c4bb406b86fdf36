import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage, type Storage } from '../storage/storage.ts'
import { createCare } from './care.ts'
import { readJsonExport } from './import-json.ts'
import type { LongWork } from './long-work.ts'
import { readBackup } from './read-backup.ts'

const opened: SteadylineDatabase[] = []
let storage: Storage

async function freshStorage(): Promise<Storage> {
  const database = new SteadylineDatabase(`care-${crypto.randomUUID()}`)
  opened.push(database)
  const fresh = createStorage(database)
  await fresh.open(null)
  return fresh
}

beforeEach(async () => {
  storage = await freshStorage()
})

afterEach(async () => {
  for (const database of opened.splice(0)) {
    database.close()
    await database.delete()
  }
})

const work = (signal = new AbortController().signal): LongWork => ({ signal, tell: () => undefined })

const call = (id: string, changes: Partial<CallRecord> = {}): CallRecord => ({
  ...{ id, dialer: 'baresip', direction: 'incoming', party: { name: 'Marta Kask', number: '+37255500142' } },
  ...{ state: 'ended', endCause: 'caller-hung-up', consultFor: null, certain: true },
  ...{ startedAt: 1000, answeredAt: 2000, endedAt: 9000, ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
  ...changes,
})

const note = (id: string, text: string, updatedAt = 10): Note => ({
  ...{ id, text, state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', practice: false },
  handling: {
    ...{ playbook: { id: 'p', version: 'v' }, kind: null, triggers: [], steps: {}, ladder: [], partingApprovedBy: null },
    outcome: { ...blankOutcome, disposition: 'resolved' },
  },
  ...{ createdAt: 10, updatedAt },
})

function fill(of: Storage, texts: readonly string[]) {
  return of.run(async (database) => {
    await database.calls.bulkPut(texts.map((_, index) => call(`baresip:${index}`)))
    await database.notes.bulkPut(texts.map((text, index) => note(`baresip:${index}`, text)))
    await database.callbacks.put(sampleCallback())
    await database.breaks.put({ id: 'b', startedAt: 1, endedAt: 2, callId: null })
  })
}

async function all(of: Storage) {
  const found = await of.run(async ({ calls, notes, callbacks, breaks }) => ({
    calls: await calls.toArray(),
    notes: await notes.toArray(),
    callbacks: await callbacks.toArray(),
    breaks: await breaks.toArray(),
  }))
  if (!found.ok) throw new Error(found.failure.cause)
  return found.value
}

async function exportOf(of: Storage): Promise<Blob> {
  const made = await createCare(of).exportJson({ kind: 'everything' }, work())
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value.blob
}

async function imported(blob: Blob) {
  const read = await readJsonExport(blob, work())
  if (!read.ok) throw new Error(read.failure.kind)
  return read.value
}

test('whatever a note says, it is the same after an export and an import, and breaks stay private', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 8 }), async (texts) => {
      const [mine, theirs] = [await freshStorage(), await freshStorage()]
      await fill(mine, texts)
      const { records } = await imported(await exportOf(mine))
      expect((await createCare(theirs).take(records, 'keepMine', work())).ok).toBe(true)
      expect(await all(theirs)).toEqual({ ...(await all(mine)), breaks: [] })
    }),
    { numRuns: 8 },
  )
})

test('the same export again changes nothing, and a record that differs follows the rule', async () => {
  await fill(storage, ['Order late'])
  const { records } = await imported(await exportOf(storage))
  const care = createCare(storage)
  expect(await care.compare(records, work())).toMatchObject({ ok: true, value: { fresh: 0, same: 3, differing: 0 } })
  await storage.run(({ notes }) => notes.put(note('baresip:0', 'Mine', 99)))
  expect(await care.compare(records, work())).toMatchObject({ ok: true, value: { fresh: 0, same: 2, differing: 1 } })
  const textAfter = async (rule: 'keepMine' | 'takeTheirs' | 'newer') => {
    await care.take(records, rule, work())
    return (await all(storage)).notes.map(({ text }) => text)
  }
  expect([await textAfter('keepMine'), await textAfter('newer'), await textAfter('takeTheirs')]).toEqual([
    ['Mine'],
    ['Mine'],
    ['Order late'],
  ])
})

test('an import that is given up half way leaves nothing, and the store goes on', async () => {
  const records = new Map([['notes', Array.from({ length: 2000 }, (_, index) => note(`baresip:${index}`, 'x'))]])
  const stopping = new AbortController()
  const given = await createCare(storage).take(records, 'keepMine', {
    signal: stopping.signal,
    tell: (share) => share > 0.4 && stopping.abort(),
  })
  expect(given).toEqual({ ok: false, failure: { kind: 'care.givenUp' } })
  expect([(await all(storage)).notes, storage.state.get()]).toEqual([[], { kind: 'open' }])
})

test('an import is taken back while nothing else has changed, and not after that', async () => {
  await fill(storage, ['Order late'])
  const before = await all(storage)
  const care = createCare(storage)
  const records = new Map([['notes', [note('baresip:0', 'Theirs', 99), note('baresip:9', 'New')]]])
  const first = await care.take(records, 'takeTheirs', work())
  if (!first.ok) throw new Error(first.failure.kind)
  expect(await care.takeBack(first.value, work())).toEqual({ ok: true, value: null })
  expect(await all(storage)).toEqual(before)

  const second = await care.take(records, 'takeTheirs', work())
  if (!second.ok) throw new Error(second.failure.kind)
  await storage.run(({ notes }) => notes.put(note('baresip:9', 'Written since', 100)))
  const after = await all(storage)
  expect(await care.takeBack(second.value, work())).toEqual({ ok: false, failure: { kind: 'care.changedSince' } })
  expect(await all(storage)).toEqual(after)
})

test('a broken record is told with its line, and a file that is none of ours is refused', async () => {
  await fill(storage, ['Order late'])
  const text = (await (await exportOf(storage)).text()).replace('"text":"Order late"', '"text":5')
  const line = text.slice(0, text.indexOf('"text":5')).split('\n').length
  expect(await imported(new Blob([text]))).toMatchObject({ brokenCount: 1, broken: [{ line, table: 'notes', part: 'text' }] })
  expect(await readJsonExport(new Blob(['{"format":"other","calls":[]}']), work())).toEqual({
    ok: false,
    failure: { kind: 'import.notOurs' },
  })
  expect(await readJsonExport(new Blob([text.slice(0, 300)]), work())).toMatchObject({
    ok: false,
    failure: { kind: 'import.notJson' },
  })
})

test('a backup brings everything back, and another passphrase or an altered file changes nothing', async () => {
  await fill(storage, ['Order late', 'Refund'])
  const before = await all(storage)
  const care = createCare(storage)
  const made = await care.backUp('correct horse battery', work())
  if (!made.ok) throw new Error(made.failure.kind)
  const bytes = new Uint8Array(await made.value.arrayBuffer())
  const altered = bytes.slice()
  altered[altered.length - 20] = (altered[altered.length - 20] ?? 0) ^ 1
  const openAs = async (file: Blob, passphrase: string) => {
    const read = await readBackup(file, passphrase, work())
    return read.ok ? 'opened' : read.failure.kind
  }
  expect([
    await openAs(made.value, 'wrong horse battery'),
    await openAs(new Blob([bytes.slice(0, bytes.length - 30)]), 'correct horse battery'),
    await openAs(new Blob([altered]), 'correct horse battery'),
    await openAs(new Blob(['hello']), 'correct horse battery'),
  ]).toEqual(['backup.notOpened', 'backup.damaged', 'backup.damaged', 'backup.notAge'])

  await storage.run(async ({ notes, calls }) => {
    await notes.put(note('baresip:7', 'After the backup'))
    await calls.delete('baresip:1')
  })
  const read = await readBackup(made.value, 'correct horse battery', work())
  if (!read.ok) throw new Error(read.failure.kind)
  await care.restore(read.value, 'addMissing', work())
  expect((await all(storage)).notes.map(({ id }) => id)).toEqual(['baresip:0', 'baresip:1', 'baresip:7'])
  await care.restore(read.value, 'replace', work())
  expect(await all(storage)).toEqual(before)
}, 60_000)
