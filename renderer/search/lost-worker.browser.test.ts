import { afterEach, expect, test } from 'vitest'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import mortalUrl from './mortal-search-worker.ts?worker&url'
import { createSearch, type Search } from './search.ts'
import { startSearchWorker } from './start-search-worker.ts'

const database = new SteadylineDatabase(`lost-worker-test-${crypto.randomUUID()}`)
const storage = createStorage(database)
let search: Search

afterEach(async () => {
  search.close()
  await Promise.all(database.tables.map((table) => table.clear()))
})

test('a question that killed the worker is asked of a new one, and the search goes on', async () => {
  await withCalls('a', 'b')
  const workers = [mortal, startSearchWorker]
  search = createSearch(storage, () => (workers.shift() ?? startSearchWorker)())
  await expect.poll(() => found('refund')).toEqual(['b', 'a'])
  expect(await found('die')).toEqual([])
  await expect.poll(() => found('refund')).toEqual(['b', 'a'])
  await withCalls('c')
  await expect.poll(() => found('refund')).toEqual(['c', 'b', 'a'])
})

test('after a second death the newest calls are listed, and the answer says that the search has stopped', async () => {
  await withCalls('a', 'b', 'c')
  search = createSearch(storage, mortal)
  const answer = await search.ask('die', { limit: 2 })
  expect({ ...answer, hits: answer?.hits.map(({ call }) => call.id), tookMs: 0 }).toEqual({
    ...{ hits: ['baresip:c', 'baresip:b'], total: 3, whole: 3, tookMs: 0 },
    ...{ covers: null, didYouMean: null, marks: [], isStopped: true },
  })
  expect(await search.suggest('ki', 2)).toEqual([])
})

test('a search that has stopped forgets calls by giving the stored index up', async () => {
  await withCalls('a')
  search = createSearch(storage, mortal)
  await found('refund')
  await expect.poll(() => database.searchSegments.count(), { timeout: 5_000 }).toBeGreaterThan(1)
  await search.ask('die', { limit: 1 })
  expect(await search.forget(['baresip:a'])).toBe(true)
  expect(await database.searchSegments.count()).toBe(0)
})

function mortal(): Worker {
  return new Worker(mortalUrl, { type: 'module' })
}

async function found(query: string): Promise<readonly string[] | undefined> {
  const answer = await search.ask(query, { limit: 10 })
  return answer?.hits.map(({ call }) => call.id.slice('baresip:'.length))
}

async function withCalls(...refs: readonly string[]): Promise<void> {
  if (storage.state.get().kind !== 'open') await storage.open(null)
  for (const ref of refs) {
    const wall = ref.charCodeAt(0)
    const report = { type: 'call.answered', dialer: 'baresip', ref, party: { name: 'Refund', number: '' } } as const
    const call = callAfter(null, report, { mono: 0, wall })
    if (call === null) throw new Error('a first report opens a call')
    await database.calls.put(call)
  }
}
