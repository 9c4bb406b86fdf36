import { afterEach, expect, test } from 'vitest'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { createSearch, type Search } from './search.ts'
import { startSearchWorker } from './start-search-worker.ts'

const database = new SteadylineDatabase(`search-test-${crypto.randomUUID()}`)
const storage = createStorage(database)
let search: Search

afterEach(async () => {
  search.close()
  await Promise.all(database.tables.map((table) => table.clear()))
})

test('a first search builds the index, finds what there is, and follows what is written, changed and deleted', async () => {
  await open()
  await put('a', 'Marta Kask', '+37255500142', 'Order late, wants a refund', 1)
  await put('b', 'Liis Põld', '+37255500777', 'Partial REFUND agreed', 2)
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => found('refund')).toEqual(['b', 'a'])
  expect(await found('pold')).toEqual(['b'])
  expect(await found('0142 order')).toEqual(['a'])
  await put('a', 'Marta Kask', '+37255500142', 'Order came after all', 3)
  await put('c', 'Oskar Lepp', '', 'Another refund', 4)
  await expect.poll(() => found('refund')).toEqual(['c', 'b'])
  await database.calls.delete('baresip:c')
  await expect.poll(() => found('refund')).toEqual(['b'])
  await database.calls.clear()
  await expect.poll(() => found('refund')).toEqual([])
})

test('what the index missed before a crash is found after it, and so is a deletion', async () => {
  await open()
  await put('a', 'Marta', '', 'Wants a refund', 1)
  await put('b', 'Liis', '', 'Wants a letter', 2)
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => found('wants')).toEqual(['b', 'a'])
  await expect.poll(() => database.searchSegments.count(), { timeout: 5000 }).toBeGreaterThan(1)
  search.close()
  await put('a', 'Marta', '', 'Wants a call', 3)
  await put('c', 'Oskar', '', 'Wants it now', 4)
  await database.calls.delete('baresip:b')
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => found('wants')).toEqual(['c', 'a'])
  expect(await found('refund')).toEqual([])
})

test.each([
  ['is missing', () => database.searchSegments.clear()],
  [
    'has a damaged head',
    () =>
      database.searchSegments
        .where('key')
        .startsWith('head')
        .modify({ value: new ArrayBuffer(64) }),
  ],
  [
    'has damaged places',
    () =>
      database.searchSegments
        .where('key')
        .startsWith('places')
        .modify({ value: new ArrayBuffer(64) }),
  ],
  ['has a manifest that is none', () => database.searchSegments.put({ key: 'manifest', value: 'gone' })],
])('an index that %s is built anew', async (_, damage) => {
  await open()
  await put('a', 'Marta', '', 'Wants a refund', 1)
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => database.searchSegments.count(), { timeout: 5000 }).toBeGreaterThan(1)
  search.close()
  await damage()
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => found('refund')).toEqual(['a'])
  await expect.poll(() => found('"a refund"')).toEqual(['a'])
})

test('an older question never answers after a newer one, and an aborted one not at all', async () => {
  await open()
  await put('a', 'Marta', '', 'Wants a refund', 1)
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => found('refund')).toEqual(['a'])
  const aborted = new AbortController()
  const answers = [search.ask('ref', { limit: 5 }), search.ask('refund', { limit: 5, signal: aborted.signal })]
  aborted.abort()
  expect(await Promise.all(answers)).toEqual([null, null])
})

test('open: finds the calls with a promise that is still to be kept', async () => {
  await open()
  await put('a', 'Marta', '', 'Wants a refund', 1)
  await put('b', 'Liis', '', 'Wants a refund', 2)
  await database.table('callbacks').put({ id: 'one', state: 'pending', callId: 'baresip:a' })
  await database.table('callbacks').put({ id: 'two', state: 'kept', callId: 'baresip:b' })
  search = createSearch(storage, startSearchWorker())
  await expect.poll(() => found('open:')).toEqual(['a'])
})

async function open(): Promise<void> {
  if (storage.state.get().kind !== 'open') await storage.open(null)
}

async function found(query: string): Promise<readonly string[] | undefined> {
  const answer = await search.ask(query, { limit: 10 })
  return answer?.hits.map(({ call }) => call.id.slice('baresip:'.length))
}

async function put(ref: string, name: string, number: string, text: string, at: number): Promise<void> {
  const call = callAfter(null, { type: 'call.answered', dialer: 'baresip', ref, party: { name, number } }, { mono: 0, wall: at })
  if (call === null) throw new Error('a first report opens a call')
  const note = { state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling: null, practice: false } as const
  await database.calls.put(call)
  await database.notes.put({ id: call.id, text, ...note, createdAt: at, updatedAt: at })
}
