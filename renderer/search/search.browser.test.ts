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
  search = createSearch(storage, startSearchWorker)
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
  search = createSearch(storage, startSearchWorker)
  await expect.poll(() => found('wants')).toEqual(['b', 'a'])
  await expect.poll(() => database.searchSegments.count(), { timeout: 5000 }).toBeGreaterThan(1)
  search.close()
  await put('a', 'Marta', '', 'Wants a call', 3)
  await put('c', 'Oskar', '', 'Wants it now', 4)
  await database.calls.delete('baresip:b')
  search = createSearch(storage, startSearchWorker)
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
  search = createSearch(storage, startSearchWorker)
  await found('refund')
  await expect.poll(() => database.searchSegments.count(), { timeout: 5000 }).toBeGreaterThan(1)
  search.close()
  await damage()
  search = createSearch(storage, startSearchWorker)
  await expect.poll(() => found('refund')).toEqual(['a'])
  await expect.poll(() => found('"a refund"')).toEqual(['a'])
})

test('an older question never answers after a newer one, and an aborted one not at all', async () => {
  await open()
  await put('a', 'Marta', '', 'Wants a refund', 1)
  search = createSearch(storage, startSearchWorker)
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
  search = createSearch(storage, startSearchWorker)
  await expect.poll(() => found('open:')).toEqual(['a'])
})

test('a call is found by the name its person has now, by their other numbers, and by what was learned and promised in it', async () => {
  await open()
  await put('a', 'M. K.', '055 500 142', 'Wants a letter\n[ ] Send it', 1)
  await put('b', 'M. K.', '', 'Withheld, but it was her\n[x] Sent', 2)
  await put('c', 'Liis', '+37255500777', 'Other', 3)
  await database.notes.update('baresip:b', { person: 'p1', learning: 'Ask before explaining' })
  search = createSearch(storage, startSearchWorker)
  await expect.poll(() => found('m')).toEqual(['b', 'a'])
  const marta = { id: 'p1', name: 'Marta Kask', namedBy: 'agent', remarks: [], createdAt: 4, updatedAt: 4 } as const
  await database.people.put({ ...marta, numbers: ['+37255500142', '+37255500999'], written: ['055 500 142', '+37255500999'] })
  await expect.poll(() => found('person:marta')).toEqual(['b', 'a'])
  expect(await found('number:+372-5550-0999')).toEqual(['b', 'a'])
  expect(await found('number:0037255500142')).toEqual(['b', 'a'])
  expect(await found('open:')).toEqual(['a'])
  expect(await found('learned:')).toEqual(['b'])
  expect(await found('explaining')).toEqual(['b'])
})

test('a person renamed while the search was closed is found by the new name when it is opened', async () => {
  await open()
  const now = Date.now()
  await put('a', 'M. K.', '+37255500142', 'Wants a letter', now)
  search = createSearch(storage, startSearchWorker)
  await found('letter')
  await expect.poll(() => database.searchSegments.count(), { timeout: 5000 }).toBeGreaterThan(1)
  search.close()
  const marta = { id: 'p1', name: 'Marta Kask', namedBy: 'agent', remarks: [], createdAt: now, updatedAt: now } as const
  await database.people.put({ ...marta, numbers: ['+37255500142'], written: ['+37255500142'] })
  search = createSearch(storage, startSearchWorker)
  await expect.poll(() => found('person:kask')).toEqual(['a'])
})

test('a forgotten call has left no word in what is stored, and the others are still found', async () => {
  await open()
  for (let at = 1; at < 20; at += 1) await put(`n${at}`, 'Liis', '', `Wants letter ${at}`, at)
  await put('a', 'Marta Secretname', '+37255500142', 'Wants a secretword', 30)
  search = createSearch(storage, startSearchWorker)
  await expect.poll(() => found('secretword')).toEqual(['a'])
  await put('a', 'Marta', '+37255500142', 'Wants nothing', 31)
  await expect.poll(() => found('secretword')).toEqual([])
  await database.calls.delete('baresip:a')
  await database.notes.delete('baresip:a')
  expect(await search.forget(['baresip:a'])).toBe(true)
  const stored = await database.searchSegments.toArray()
  const text = stored.map(({ value }) => (value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : '')).join()
  expect(text).toContain('letter')
  for (const gone of ['secret', 'marta', '37255500142', 'baresip:a', 'nothing']) expect(text).not.toContain(gone)
  expect(await found('letter')).toHaveLength(10)
  expect(await found('"letter 7"')).toEqual(['n7'])
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
