import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { Readable } from '../../shared/readable.ts'
import { createNoteStore } from '../notes/note-store.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { createReview } from './review.ts'
import { sampleCall, sampleNote } from './sample-calls.ts'

let database: SteadylineDatabase
let storage: ReturnType<typeof createStorage>
let review: ReturnType<typeof createReview>

beforeEach(async () => {
  database = new SteadylineDatabase(`review-${crypto.randomUUID()}`)
  storage = createStorage(database)
  await storage.open(null)
  review = createReview(storage)
})
afterEach(async () => {
  database.close()
  await database.delete()
})

const boundary = [{ rung: 'calm', at: 60, said: 'I want to help.' }]
function handled(ladder: typeof boundary): Note['handling'] {
  const playbook = { id: 'ours', version: '1' }
  return { playbook, kind: null, triggers: [], steps: {}, ladder, partingApprovedBy: null, outcome: blankOutcome }
}

const person = {
  ...{ id: 'p', name: 'Marta Kask', namedBy: 'agent' as const, numbers: ['+37255500142'], remarks: [] },
  ...{ written: ['+37255500142', '55500142'], createdAt: 1, updatedAt: 1 },
}

/** The first thing it tells. */
function seen<Value>(watched: Readable<Value | undefined>): Promise<Value> {
  return new Promise((resolve) => {
    const off = watched.subscribe(() => {
      const value = watched.get()
      if (value === undefined) return
      resolve(value)
      queueMicrotask(off)
    })
  })
}

test('a day has its calls in their order, what was promised in them, and what fell due on it', async () => {
  const calls = [sampleCall('b', 200), sampleCall('a', 100), sampleCall('before', 99), sampleCall('after', 300)]
  await database.calls.bulkAdd(calls)
  await database.notes.add(sampleNote('a'))
  await database.incidents.add({ id: 'a', at: 110, rungs: ['calm'], reported: null })
  const promised = { ...sampleCallback(), id: 'promised', callId: 'b' }
  const due = { ...sampleCallback(), id: 'due', callId: null, due: { ...sampleCallback().due, at: 250 } }
  await database.callbacks.bulkAdd([promised, due])

  expect(await seen(review.watchDay({ from: 100, to: 300 }))).toEqual({
    calls: [
      { call: sampleCall('a', 100), note: sampleNote('a') },
      { call: sampleCall('b', 200), note: null },
    ],
    incidents: [{ id: 'a', at: 110, rungs: ['calm'], reported: null }],
    promised: [promised],
    due: [due],
  })
})

test('calls without a finished note wait for it, but not missed ones, practice and second legs', async () => {
  await database.calls.bulkAdd([
    sampleCall('done', 1),
    sampleCall('draft', 2),
    sampleCall('none', 3),
    sampleCall('missed', 4, { answeredAt: null }),
    sampleCall('practice', 5, { dialer: 'practice' }),
    sampleCall('second', 6, { consultFor: 'none' }),
    sampleCall('live', 7, { state: 'live', endCause: null, endedAt: null }),
  ])
  await database.notes.bulkAdd([sampleNote('done'), sampleNote('draft', { state: 'draft' })])
  const waiting = await seen(review.watchUnfinished(0))
  expect(waiting.map(({ call }) => call.id)).toEqual(['draft', 'none'])
})

test('a link is on both calls or on none, and so is its end', async () => {
  await database.notes.bulkAdd([sampleNote('a'), sampleNote('b', { links: ['c'] })])
  await review.link('a', 'b')
  await review.link('b', 'a')
  expect((await database.notes.bulkGet(['a', 'b'])).map((note) => note?.links)).toEqual([['b'], ['c', 'a']])
  await review.link('a', 'nobody')
  await review.link('a', 'a')
  expect((await database.notes.get('a'))?.links).toEqual(['b'])
  await review.unlink('b', 'a')
  expect((await database.notes.bulkGet(['a', 'b'])).map((note) => note?.links)).toEqual([[], ['c']])
})

test('a call page knows the incident, who it was, and the calls that belong with it', async () => {
  await database.people.add(person)
  await database.calls.bulkAdd([sampleCall('a', 1), sampleCall('b', 2), sampleCall('c', 3)])
  await database.notes.bulkAdd([sampleNote('a', { links: ['b', 'c', 'gone'] }), sampleNote('b')])
  await database.incidents.add({ id: 'a', at: 1, rungs: ['calm'], reported: null })
  expect(await seen(review.watchCall('a'))).toEqual({
    call: sampleCall('a', 1),
    note: sampleNote('a', { links: ['b', 'c', 'gone'] }),
    incident: { id: 'a', at: 1, rungs: ['calm'], reported: null },
    linked: [
      { call: sampleCall('c', 3), note: null },
      { call: sampleCall('b', 2), note: sampleNote('b') },
    ],
    person,
  })
  expect(await seen(review.watchCall('nobody'))).toBe(null)
})

test('what was learnt can be read again, the newest call first, until it is taken back', async () => {
  await database.calls.bulkAdd([sampleCall('a', 1), sampleCall('b', 2), sampleCall('c', 3)])
  await database.notes.bulkAdd([sampleNote('a'), sampleNote('b'), sampleNote('c')])
  await review.learn('a', ' Name the date first ')
  await review.learn('c', 'Wait before offering')
  const read = async () => (await seen(review.watchLearnings())).map(({ note }) => note?.learning)
  expect(await read()).toEqual(['Wait before offering', 'Name the date first'])
  await review.learn('c', ' ')
  expect(await read()).toEqual(['Name the date first'])
  expect(await database.notes.get('c')).toEqual(sampleNote('c'))
})

test('a finished note with a boundary is an incident at once, and stays reported when the note is put again', async () => {
  const notes = createNoteStore(storage, async () => undefined)
  await database.calls.add(sampleCall('a', 50))
  await notes.put(sampleNote('a', { state: 'draft' }))
  expect(await database.incidents.count()).toBe(0)
  await notes.put(sampleNote('a', { handling: handled(boundary) }))
  expect((await seen(review.watchOpenIncidents())).map(({ incident }) => incident)).toEqual([
    { id: 'a', at: 60, rungs: ['calm'], reported: null },
  ])
  await review.report('a', { to: 'Jaan Tamm', at: 70 })
  await notes.put(sampleNote('a', { handling: handled(boundary), text: 'More' }))
  expect(await database.incidents.toArray()).toEqual([
    { id: 'a', at: 60, rungs: ['calm'], reported: { to: 'Jaan Tamm', at: 70 } },
  ])
  expect(await seen(review.watchOpenIncidents())).toEqual([])
})

test('the incidents of older notes are filed once, and one that was reported stays so', async () => {
  const many = Array.from({ length: 1203 }, (_, index) =>
    sampleNote(`n${index}`, index % 400 === 0 ? { handling: handled(boundary) } : {}),
  )
  await database.notes.bulkAdd(many)
  await database.incidents.add({ id: 'n0', at: 60, rungs: ['calm'], reported: { to: 'Jaan', at: 5 } })
  await review.fileIncidents()
  await review.fileIncidents()
  const open = { at: 60, rungs: ['calm'], reported: null }
  expect(await database.incidents.toArray()).toEqual([
    { id: 'n0', at: 60, rungs: ['calm'], reported: { to: 'Jaan', at: 5 } },
    { id: 'n1200', ...open },
    { id: 'n400', ...open },
    { id: 'n800', ...open },
  ])
})

test('the calls of a person are those of their numbers and those the agent gave them, and no others', async () => {
  await database.people.add(person)
  const as = (number: string) => ({ party: { name: '', number } })
  await database.calls.bulkAdd([
    sampleCall('a', 1, as('55500142')),
    sampleCall('b', 2, as('+15550100')),
    sampleCall('c', 3, as('+37255500142')),
    sampleCall('d', 4, as('+15550100')),
  ])
  await database.notes.bulkAdd([sampleNote('b', { person: 'p' }), sampleNote('c', { person: 'somebody else' })])
  const found = await review.callsOf('p')
  expect(found.ok && found.value?.calls.map(({ call }) => call.id)).toEqual(['b', 'a'])
  expect(await review.callsOf('nobody')).toEqual({ ok: true, value: null })
})
