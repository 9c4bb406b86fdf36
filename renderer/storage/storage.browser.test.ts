import { afterEach, expect, test } from 'vitest'
import { SteadylineDatabase } from './database.ts'
import { createStorage, leastFreeBytes } from './storage.ts'

const database = new SteadylineDatabase(`storage-test-${crypto.randomUUID()}`)
const plenty = leastFreeBytes * 10

afterEach(async () => {
  database.close()
  await database.delete()
})

test('a record is there again when the store is opened anew', async () => {
  const storage = createStorage(database)
  await storage.open(plenty)
  await storage.run(({ checklists }) =>
    checklists.put({ callId: 'baresip:a', playbookVersion: 'v', stage: 'open', snapshot: { value: 'live' } }),
  )
  database.close()
  const again = createStorage(new SteadylineDatabase(database.name))
  await again.open(plenty)
  const found = await again.run(({ checklists }) => checklists.get('baresip:a'))
  expect(found).toEqual({
    ok: true,
    value: { callId: 'baresip:a', playbookVersion: 'v', stage: 'open', snapshot: { value: 'live' } },
  })
  await again.run(async (opened) => opened.close())
})

test('writes wait for the disk', () => {
  expect(database._options.chromeTransactionDurability).toBe('strict')
})

test('a nearly full disk is not opened at all', async () => {
  const storage = createStorage(database)
  await storage.open(leastFreeBytes - 1)
  expect([storage.state.get(), database.isOpen()]).toEqual([{ kind: 'refused', freeBytes: leastFreeBytes - 1 }, false])
})

test('the first storage error stops all further work and does not open the store again', async () => {
  const storage = createStorage(database)
  await storage.open(plenty)
  const full = await storage.run(() => Promise.reject(new DOMException('no room', 'QuotaExceededError')))
  const later = await storage.run(({ notes }) => notes.count())
  const stopped = { kind: 'storage.stopped', cause: 'QuotaExceededError: no room' }
  expect([full, later]).toEqual([
    { ok: false, failure: stopped },
    { ok: false, failure: stopped },
  ])
  expect([storage.state.get(), database.isOpen()]).toEqual([{ kind: 'stopped', cause: 'QuotaExceededError: no room' }, false])
})

test('a window that lost the desk to another writes nothing more', async () => {
  const storage = createStorage(database)
  await storage.open(plenty)
  storage.leaveTo(() => undefined)
  expect(await storage.run(({ notes }) => notes.count())).toEqual({
    ok: false,
    failure: { kind: 'storage.stopped', cause: 'elsewhere' },
  })
})
