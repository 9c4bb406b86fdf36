import { afterEach, beforeEach, expect, test } from 'vitest'
import { type BriefRecord, type RecordedBrief, recordedAs } from '../../shared/transfer/brief-record.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { createBriefStore } from './brief-store.ts'
import { receivedBrief } from './fake-briefs.ts'

let name: string
let database: SteadylineDatabase
let recorded: { readonly state: RecordedBrief; readonly onDisk: BriefRecord | undefined }[]
let looked: Promise<unknown>[]

beforeEach(() => {
  name = `briefs-${crypto.randomUUID()}`
  database = new SteadylineDatabase(name)
  recorded = []
  looked = []
})

afterEach(async () => {
  await Promise.all(looked)
  await database.delete()
})

test('a brief is there for the next window as it last stood', async () => {
  const store = await opened()
  store.keep(receivedBrief())
  store.keep(receivedBrief({ stage: 'read' }))
  expect(await store.settled()).toBe(true)
  database.close()
  database = new SteadylineDatabase(name)
  const next = await opened()
  expect(await next.find(receivedBrief().brief.id)).toEqual({ ok: true, value: receivedBrief({ stage: 'read' }) })
})

test('main hears of a settled brief only when that very state is on the disk, and of an open one never', async () => {
  const store = await opened()
  const settled = receivedBrief({ stage: 'declined', reason: 'On another call' })
  store.keep(receivedBrief({ stage: 'soon' }))
  await store.settled()
  expect(recorded).toEqual([])
  store.keep(settled)
  await store.settled()
  await Promise.all(looked)
  expect(recorded).toEqual([{ state: recordedAs(settled), onDisk: settled }])
})

test('main keeps a brief that the store could not write', async () => {
  const store = await opened()
  database.close({ disableAutoOpen: true })
  store.keep(receivedBrief({ stage: 'accepted' }))
  expect(await store.settled()).toBe(false)
  expect(recorded).toEqual([])
})

test('briefs are found by caller, colleague or headline, whatever the case and accents, newest first', async () => {
  const store = await opened()
  store.keep(brief('a', 1, { from: 'Ana Sild', to: 'Jaan Tamm', caller: 'Marta Kask', headline: 'Late order' }))
  store.keep(brief('b', 2, { from: 'Ana Sild', to: 'Liis Põld', caller: 'Oskar Rebane', headline: 'Wrong INVOICE' }))
  await store.settled()
  expect(await found(store, '')).toEqual(['b', 'a'])
  expect(await found(store, 'pold')).toEqual(['b'])
  expect(await found(store, 'ana kask')).toEqual(['a'])
  expect(await found(store, 'invoice')).toEqual(['b'])
  expect(await found(store, 'nobody')).toEqual([])
})

async function opened() {
  const storage = createStorage(database)
  await storage.open(null)
  return createBriefStore(storage, (state) => {
    looked.push(database.briefs.get(state.briefId).then((onDisk) => recorded.push({ state, onDisk })))
  })
}

async function found(store: ReturnType<typeof createBriefStore>, query: string): Promise<string[] | undefined> {
  const list = store.watch(query, 10)
  const off = list.subscribe(() => undefined)
  await expect.poll(() => list.get()).toBeDefined()
  off()
  return list.get()?.map(({ brief: { id } }) => id)
}

function brief(id: string, at: number, names: { from: string; to: string; caller: string; headline: string }): BriefRecord {
  const { brief: content, ...record } = receivedBrief({ at })
  return {
    ...record,
    brief: {
      ...content,
      id,
      from: { ...content.from, name: names.from },
      to: { ...content.to, name: names.to },
      caller: { ...content.caller, name: names.caller },
      headline: names.headline,
    },
  }
}
