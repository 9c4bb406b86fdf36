import { afterEach, expect, test } from 'vitest'
import { callAfter } from '../../shared/call/call-transitions.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { createNoteStore } from './note-store.ts'

const database = new SteadylineDatabase(`notes-test-${crypto.randomUUID()}`)

afterEach(async () => {
  database.close()
  await database.delete()
})

test('notes are found by words of the note, the name or the number, whatever the case and accents, newest first', async () => {
  const store = await withCalls([
    ['a', 'Marta Kask', '+37255500142', 'Order 88-1042 late, wants a refund', 1],
    ['b', 'Liis Põld', '+37255500777', 'Partial REFUND agreed', 2],
    ['c', '', '+442079460018', '', 3],
  ])
  expect(await found(store, 'refund')).toEqual(['baresip:b', 'baresip:a'])
  expect(await found(store, 'pold')).toEqual(['baresip:b'])
  expect(await found(store, '0142 order')).toEqual(['baresip:a'])
  expect(await found(store, '')).toEqual(['baresip:c', 'baresip:b', 'baresip:a'])
  expect(await found(store, 'nobody')).toEqual([])
})

test('a list on the screen follows what is saved', async () => {
  const store = await withCalls([['a', 'Marta Kask', '+37255500142', 'First words', 1]])
  const list = store.watch('tuesday', 10)
  const off = list.subscribe(() => undefined)
  await expect.poll(() => list.get()).toEqual([])
  const note = await database.notes.get('baresip:a')
  if (note) await store.put({ ...note, text: 'Agreed on Tuesday' })
  await expect.poll(() => list.get()?.map(({ note: seen }) => seen?.text)).toEqual(['Agreed on Tuesday'])
  off()
})

async function found(store: ReturnType<typeof createNoteStore>, query: string): Promise<string[] | undefined> {
  const list = store.watch(query, 10)
  const off = list.subscribe(() => undefined)
  await expect.poll(() => list.get()).toBeDefined()
  off()
  return list.get()?.map(({ call }) => call.id)
}

async function withCalls(rows: readonly (readonly [string, string, string, string, number])[]) {
  const storage = createStorage(database)
  await storage.open(null)
  for (const [ref, name, number, text, startedAt] of rows) {
    const call = callAfter(
      null,
      { type: 'call.answered', dialer: 'baresip', ref, party: { name, number } },
      { mono: 0, wall: startedAt },
    )
    if (call === null) throw new Error('a first report opens a call')
    await database.calls.put(call)
    if (text)
      await database.notes.put({
        id: call.id,
        text,
        state: 'saved',
        disposition: 'resolved',
        dispositionLabel: 'Resolved',
        handling: null,
        practice: false,
        createdAt: startedAt,
        updatedAt: startedAt,
      })
  }
  return createNoteStore(storage, async () => undefined)
}
