import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Callback, CallbackState } from '../../shared/callbacks/callback.ts'
import { eleven, sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import type { Readable } from '../../shared/readable.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { filterFrom, matcherOf } from './agenda-filter.ts'
import { agendaSections } from './agenda-sections.ts'
import { createCallbackStore } from './callback-store.ts'

const hours = 60
const dayMs = 24 * 60 * 60_000
const now = eleven(-10 * hours - 30).at
const marks = {
  ...{ overdue: 'overdue', closed: 'closed', mine: 'mine', deputy: 'deputy', anyone: 'anyone' },
  ...{ callback: 'promised', satisfaction: 'check-in', thanks: 'thanks', high: 'high' },
}
const database = new SteadylineDatabase(`agenda-${crypto.randomUUID()}`)
const storage = createStorage(database)
const store = createCallbackStore(storage)
const { agenda } = store

/** One an hour, put on the disk in no order; each fifth is closed, each hundredth matters more. */
const many = Array.from({ length: 5000 }, (_, index): Callback => {
  const late = (index - 20) * hours
  const state: CallbackState =
    index % 5 === 4 ? (index % 2 === 0 ? 'kept' : 'cancelled') : index % 50 === 0 ? 'calling' : 'pending'
  return sampleCallback({
    id: `call-${String(index).padStart(4, '0')}`,
    due: eleven(late),
    promisedFor: eleven(late),
    person: { name: `Person ${index}`, number: `+3725550${String(index % 1000).padStart(4, '0')}` },
    reason: index % 300 === 1 || index % 1000 === 0 ? 'Refund of the heater' : 'Where order 88-1042 is',
    priority: index % 100 === 1 ? 'high' : 'normal',
    state,
  })
})
const open = many.filter(({ state }) => state === 'pending' || state === 'calling')
const closed = many.filter((callback) => !open.includes(callback)).toReversed()

beforeAll(async () => {
  await storage.open(null)
  await store.keep(many.toSorted((one, other) => (one.id.slice(-1) < other.id.slice(-1) ? -1 : 1)))
})

afterAll(async () => {
  database.close()
  await database.delete()
})

test('an agent with 5,000 callbacks reads the overdue ones first, and then as they are due', async () => {
  const page = await seen(agenda.watch('open', null, 60))
  expect(page).toEqual({ callbacks: open.slice(0, 60), more: true })
  const sections = agendaSections(page.callbacks, now, 'Europe/Tallinn')
  expect(sections[0]?.name).toBe('overdue')
  expect(sections[0]?.callbacks).toEqual(open.filter(({ due }) => due.at < now))
})

test('the end of the list says that there are no more', async () => {
  const page = await seen(agenda.watch('open', null, open.length))
  expect([page.callbacks.length, page.more]).toEqual([open.length, false])
})

test('closed callbacks are read the latest first', async () => {
  expect(await seen(agenda.watch('closed', null, 30))).toEqual({ callbacks: closed.slice(0, 30), more: true })
})

test('a filter by words and marks reads only what matches', async () => {
  const matches = matcherOf(filterFrom('high heater', marks), now)
  const page = await seen(agenda.watch('open', matches, 50))
  const high = open.filter(({ reason, priority }) => priority === 'high' && reason.startsWith('Refund'))
  expect(high.length).toBe(17)
  expect(page).toEqual({ callbacks: high, more: false })
})

test('of the overdue ones alone, none that is closed is among them', async () => {
  const page = await seen(agenda.watch('open', matcherOf(filterFrom('overdue', marks), now), 50))
  expect(page.callbacks).toEqual(open.filter(({ due }) => due.at < now))
})

test('a day and a week hold what is due in them, whatever became of it, to the minute', async () => {
  const from = eleven(100 * 24 * hours).at
  for (const span of [dayMs, 7 * dayMs]) {
    const found = await seen(store.watchBetween(from, from + span))
    expect(found).toEqual(many.filter(({ due }) => due.at >= from && due.at < from + span))
    expect(found.length).toBe(span / 60 / 60_000)
  }
})

test('everything promised to one number is read the latest first', async () => {
  const found = await seen(agenda.watchNumber('+37255500042', 3))
  expect(found.map(({ id }) => id)).toEqual(['call-4042', 'call-3042', 'call-2042'])
})

test('an agent who reads the list sees a new promise take its place', async () => {
  const watched = agenda.watch('open', null, 5)
  const pages: Callback['id'][][] = []
  const off = watched.subscribe(() => pages.push((watched.get()?.callbacks ?? []).map(({ id }) => id)))
  await expect.poll(() => pages.length).toBe(1)
  await store.keep([sampleCallback({ id: 'first-of-all', due: eleven(-30 * hours) })])
  await expect.poll(() => pages.at(-1)?.[0]).toBe('first-of-all')
  expect(pages.at(-1)).toEqual(['first-of-all', ...open.slice(0, 4).map(({ id }) => id)])
  off()
  await database.callbacks.delete('first-of-all')
})

/** What a screen that watches it sees first. */
function seen<Value>(watched: Readable<Value | undefined>): Promise<Value> {
  return new Promise((resolve) => {
    const off = watched.subscribe(() => {
      const value = watched.get()
      if (value === undefined) return
      queueMicrotask(() => off())
      resolve(value)
    })
  })
}
