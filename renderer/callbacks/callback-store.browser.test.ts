import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { callbackAfter } from '../../shared/callbacks/callback-transitions.ts'
import { eleven, sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import type { Readable } from '../../shared/readable.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { type CallbackStore, createCallbackStore } from './callback-store.ts'

const briefId = '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10'
let database: SteadylineDatabase
let store: CallbackStore

beforeEach(async () => {
  database = new SteadylineDatabase(`callbacks-${crypto.randomUUID()}`)
  const storage = createStorage(database)
  await storage.open(null)
  store = createCallbackStore(storage)
})

afterEach(async () => {
  database.close()
  await database.delete()
})

test('a callback is there for the next window as it last stood', async () => {
  await store.keep([sampleCallback()])
  await store.change(sampleCallback().id, (callback) => callbackAfter(callback, { type: 'missed', reason: '' }, 1))
  database.close()
  const storage = createStorage(new SteadylineDatabase(database.name))
  await storage.open(null)
  const found = await createCallbackStore(storage).find(sampleCallback().id)
  expect(found.ok && found.value?.state).toBe('missed')
  await storage.run(async (opened) => opened.close())
})

test('two facts told at once are both in the record', async () => {
  await store.keep([sampleCallback()])
  const snoozed = (until: number) =>
    store.change(sampleCallback().id, (callback) => callbackAfter(callback, { type: 'snoozed', until }, until))
  await Promise.all([snoozed(1), snoozed(2), snoozed(3)])
  const found = await store.find(sampleCallback().id)
  expect(found.ok && found.value?.history.map(({ type }) => type)).toEqual(['made', 'snoozed', 'snoozed', 'snoozed'])
})

test('a callback that is not there is changed by nobody', async () => {
  expect(await store.change(sampleCallback().id, (callback) => callback)).toEqual({ ok: true, value: undefined })
})

test('many are kept together or not at all', async () => {
  const bad = { ...sampleCallback({ id: 'b' }), notes: () => 'no record' } as unknown as Callback
  expect((await store.keep([sampleCallback({ id: 'a' }), bad])).ok).toBe(false)
  await database.open()
  expect(await database.callbacks.count()).toBe(0)
})

test('what was kept is taken back as it was before, and what came after it stays', async () => {
  const [before, added, moved] = ['before', 'added', 'moved'].map((id) => sampleCallback({ id, updatedAt: 1 }))
  if (!before || !added || !moved) throw new Error('three')
  await store.keep([before])
  const taken = [{ ...before, topic: 'From the calendar', updatedAt: 2 }, added, moved]
  await store.keep(taken)
  await store.change('moved', (callback) => callbackAfter(callback, { type: 'missed', reason: '' }, 3))
  await store.takeBack(taken, new Map([['before', before]]))
  expect(await database.callbacks.toArray()).toEqual([before, callbackAfter(moved, { type: 'missed', reason: '' }, 3)])
})

test('open ones are found the earliest first, by number, by time and by the brief of their deputy', async () => {
  const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId }
  await store.keep([
    sampleCallback({ id: 'late', due: eleven(30), deputy }),
    sampleCallback({ id: 'early' }),
    sampleCallback({ id: 'ringing', due: eleven(10), state: 'calling', person: { name: '', number: '1042' } }),
    sampleCallback({ id: 'kept', due: eleven(5), state: 'kept' }),
  ])
  const ids = (found: Awaited<ReturnType<CallbackStore['open']>>) => found.ok && found.value.map(({ id }) => id)
  expect(ids(await store.open())).toEqual(['early', 'ringing', 'late'])
  expect(ids(await store.openFor('+37255500142'))).toEqual(['early', 'late'])
  expect(await seen(store.watchBetween(eleven().at, eleven(10).at))).toEqual(['early', 'kept'])
  expect(await seen(store.watchOpen())).toEqual(['early', 'ringing', 'late'])
  const withBrief = await store.withBrief(briefId)
  expect(withBrief.ok && withBrief.value?.id).toBe('late')
})

test('the first of 2,000 is found without reading the others', async () => {
  const many = Array.from({ length: 2000 }, (_, index) => sampleCallback({ id: crypto.randomUUID(), due: eleven(index) }))
  await store.keep(many)
  let read = 0
  database.callbacks.hook('reading', (callback) => {
    read += 1
    return callback
  })
  const page = store.agenda.watch('open', null, 20)
  const off = page.subscribe(() => undefined)
  await expect.poll(() => page.get()?.callbacks.length).toBe(20)
  off()
  expect(read).toBe(21)
})

async function seen(list: Readable<readonly Callback[] | undefined>): Promise<string[] | undefined> {
  const off = list.subscribe(() => undefined)
  await expect.poll(() => list.get()).toBeDefined()
  off()
  return list.get()?.map(({ id }) => id)
}
