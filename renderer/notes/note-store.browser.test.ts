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

test('the newest calls come first, each with its note where it has one, and all are counted', async () => {
  const store = await withCalls([
    ['a', 'Marta Kask', '+37255500142', 'Order 88-1042 late, wants a refund', 1],
    ['b', 'Liis Põld', '+37255500777', 'Partial REFUND agreed', 2],
    ['c', '', '+442079460018', '', 3],
  ])
  const list = store.watchNewest(2)
  const off = list.subscribe(() => undefined)
  await expect.poll(() => list.get()).toBeDefined()
  off()
  expect(list.get()?.calls.map(({ call, note }) => [call.id, note?.text])).toEqual([
    ['baresip:c', undefined],
    ['baresip:b', 'Partial REFUND agreed'],
  ])
  expect(list.get()?.total).toBe(3)
})

test('a list on the screen follows what is saved', async () => {
  const store = await withCalls([['a', 'Marta Kask', '+37255500142', 'First words', 1]])
  const list = store.watchNewest(10)
  const texts = () => list.get()?.calls.map(({ note }) => note?.text)
  const off = list.subscribe(() => undefined)
  await expect.poll(texts).toEqual(['First words'])
  const note = await database.notes.get('baresip:a')
  if (note) await store.put({ ...note, text: 'Agreed on Tuesday' })
  await expect.poll(texts).toEqual(['Agreed on Tuesday'])
  off()
})

test('words typed later do not take away whose call the agent said it was', async () => {
  const store = await withCalls([['a', 'Marta Kask', '+37255500142', 'First words', 1]])
  const note = await database.notes.get('baresip:a')
  await database.notes.update('baresip:a', { person: 'p', learning: 'Listen first' })
  if (note) await store.put({ ...note, text: 'Agreed on Tuesday' })
  expect(await database.notes.toArray()).toEqual([{ ...note, text: 'Agreed on Tuesday', person: 'p', learning: 'Listen first' }])
})

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
