import { afterEach, beforeEach, expect, test } from 'vitest'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { createPlaybookDraftStore } from './playbook-draft-store.ts'

const draft = { file: 'ours.yaml', text: 'name: Mine', base: 'name: Ours' }

let name: string
let database: SteadylineDatabase

beforeEach(async () => {
  name = `drafts-${crypto.randomUUID()}`
  database = new SteadylineDatabase(name)
})

afterEach(async () => {
  await database.delete()
})

test('what an author typed is there for the next window', async () => {
  await (await opened()).put(draft)
  database.close()
  database = new SteadylineDatabase(name)
  const next = await opened()
  expect(await next.find('ours.yaml')).toEqual({ ok: true, value: draft })
})

test('the library hears of a draft that begins and of one that is saved or given up', async () => {
  const store = await opened()
  const seen: string[][] = []
  const off = store.files.subscribe(() => seen.push([...store.files.get()]))
  await expect.poll(() => seen.at(-1)).toEqual([])
  await store.put(draft)
  await expect.poll(() => seen.at(-1)).toEqual(['ours.yaml'])
  await store.remove('ours.yaml')
  await expect.poll(() => seen.at(-1)).toEqual([])
  off()
})

async function opened() {
  const storage = createStorage(database)
  await storage.open(null)
  return createPlaybookDraftStore(storage)
}
