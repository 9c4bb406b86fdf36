import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { exportTables } from '../../shared/care/export-format.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { Person } from '../../shared/people/person.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage, type Storage } from '../storage/storage.ts'
import { createCare } from './care.ts'
import type { Scope } from './export-scope.ts'
import type { LongWork } from './long-work.ts'

const work: LongWork = { signal: new AbortController().signal, tell: () => undefined }
const [monday, tuesday, wednesday] = [16, 17, 18].map((day) => new Date(2026, 10, day).getTime()) as [number, number, number]
const noon = 12 * 3_600_000
const callback = (last: number) => `5f0c0f3e-6a8b-4f0e-9c64-0d3b6f6a7b1${last}`

let database: SteadylineDatabase
let storage: Storage

beforeEach(async () => {
  database = new SteadylineDatabase(`export-scope-${crypto.randomUUID()}`)
  storage = createStorage(database)
  await storage.open(null)
  await fill()
})

afterEach(() => database.delete())

test('an export of everything has every record but breaks', async () => {
  const { people, calls, briefs, callbacks } = await jsonOf({ kind: 'everything' })
  expect([people?.length, calls?.length, briefs?.length, callbacks?.length]).toEqual([3, 9, 5, 4])
})

test('an export of some days has their calls, what belongs to them, and whose calls they were', async () => {
  const scope: Scope = { kind: 'range', from: tuesday, to: wednesday }
  expect(await jsonOf(scope)).toEqual({
    people: ['jan', 'marta', 'oskar'],
    calls: ['by-note', 'jan-on-her-phone', 'leg', 'midnight', 'practice', 'tuesday'],
    notes: ['by-note', 'jan-on-her-phone', 'practice', 'tuesday'],
    noteEdits: ['tuesday 1'],
    incidents: ['tuesday'],
    callbacks: [callback(2), callback(3)],
    briefs: ['about-jan', 'by-name'],
  })
  await database.calls.delete('tuesday')
  await database.calls.delete('midnight')
  expect((await jsonOf(scope)).people).toEqual(['jan', 'oskar'])
})

test('an export of one person has what was with them and about them, and nothing of anybody else', async () => {
  expect(await jsonOf({ kind: 'person', person: 'marta' })).toEqual({
    people: ['marta'],
    calls: ['leg', 'midnight', 'named-one-who-left', 'other-writing', 'tuesday'],
    notes: ['named-one-who-left', 'tuesday'],
    noteEdits: ['tuesday 1'],
    incidents: ['tuesday'],
    callbacks: [callback(1), callback(2)],
    briefs: ['by-name', 'by-number', 'other-writing'],
  })
})

test('an export of somebody whom the agent named has the calls their number does not tell', async () => {
  expect(await jsonOf({ kind: 'person', person: 'oskar' })).toMatchObject({ people: ['oskar'], calls: ['by-note'], briefs: [] })
})

test('an export of somebody who is gone has nothing', async () => {
  expect(Object.values(await jsonOf({ kind: 'person', person: 'nobody' })).flat()).toEqual([])
})

test.each([
  ['everything', { kind: 'everything' }, 8],
  ['some days', { kind: 'range', from: tuesday, to: wednesday }, 5],
  ['one person', { kind: 'person', person: 'marta' }, 5],
] satisfies readonly (readonly [string, Scope, number])[])(
  'a table or a text of %s has those calls with their notes, but no practice',
  async (_, scope, count) => {
    const calls = (await jsonOf(scope)).calls?.filter((id) => id !== 'practice')
    const care = createCare(storage)
    const [table, text] = [
      await care.exportCsv(scope, work),
      await care.exportMarkdown(scope, { title: 'Mine', heading: ({ id }) => id, facts: () => [] }, work),
    ]
    if (!table.ok || !text.ok) throw new Error('not exported')
    const rows = (await table.value.blob.text()).trim().split('\r\n').slice(1)
    const sections = [...(await text.value.blob.text()).matchAll(/^## (.+)$/gm)].map(([, id]) => id)
    expect(rows.map((row) => row.split(',')[0]).toSorted()).toEqual(calls)
    expect(sections.toSorted()).toEqual(calls)
    expect([table.value.calls, text.value.calls]).toEqual([count, count])
    expect((await text.value.blob.text()).includes('> Note of tuesday\n')).toBe(true)
    expect((await text.value.blob.text()).includes('Note of practice')).toBe(false)
  },
)

/** The keys of what a file has, table by table. */
async function jsonOf(scope: Scope): Promise<Readonly<Record<string, readonly string[]>>> {
  const made = await createCare(storage).exportJson(scope, work)
  if (!made.ok) throw new Error(made.failure.kind)
  const file = JSON.parse(await made.value.blob.text())
  const keysOf = (rows: readonly { readonly id?: string; readonly brief?: { readonly id: string } }[]) =>
    rows.map(({ id, brief }) => id ?? brief?.id ?? '').toSorted()
  return Object.fromEntries(exportTables.map((table) => [table, keysOf(file[table])]))
}

async function fill(): Promise<void> {
  await database.people.bulkPut([
    personOf('marta', 'Marta Kask', ['+15550100', '104'], ['+15550100', '(555) 0100', '104']),
    personOf('jan', 'Jan Tamm', ['+15550177'], ['+15550177']),
    personOf('oskar', 'Oskar Saar', [], []),
  ])
  await database.calls.bulkPut([
    callOf('monday', '+15550177', monday + noon),
    callOf('other-writing', '(555) 0100', monday + noon),
    callOf('named-one-who-left', '+15550100', wednesday),
    callOf('midnight', '+15550100', tuesday),
    callOf('tuesday', '+15550100', tuesday + noon),
    callOf('by-note', '', tuesday + noon),
    callOf('jan-on-her-phone', '+15550100', tuesday + noon),
    { ...callOf('leg', '+15550199', tuesday + noon + 1), consultFor: 'tuesday' },
    { ...callOf('practice', '+15550142', tuesday + noon), dialer: 'practice' },
  ])
  await database.notes.bulkPut([
    noteOf('tuesday', {}),
    noteOf('named-one-who-left', { person: 'somebody-who-left' }),
    noteOf('by-note', { person: 'oskar' }),
    noteOf('jan-on-her-phone', { person: 'jan' }),
    noteOf('practice', { practice: true }),
  ])
  await database.noteEdits.put({ id: 'tuesday 1', noteId: 'tuesday', replacedAt: 1, before: noteOf('tuesday', {}) })
  await database.incidents.put({ id: 'tuesday', at: 1, rungs: [], reported: null })
  const [hers, nobodys] = [
    { name: 'Marta', number: '+15550100' },
    { name: 'Her sister', number: '' },
  ]
  await database.callbacks.bulkPut([
    sampleCallback({ id: callback(1), person: hers, createdAt: monday }),
    sampleCallback({ id: callback(2), person: nobodys, callId: 'tuesday', createdAt: wednesday + noon }),
    sampleCallback({ id: callback(3), person: hers, callId: 'jan-on-her-phone', createdAt: tuesday + noon }),
    sampleCallback({ id: callback(4), person: { name: 'Jan', number: '+15550177' }, createdAt: monday }),
  ])
  await database.briefs.bulkPut([
    briefOf('by-number', { name: '', number: '104' }, '', monday),
    briefOf('other-writing', { name: '', number: '+1 555 0100' }, '', monday),
    briefOf('by-name', { name: 'Marta Kask', number: '' }, '', tuesday),
    briefOf('about-jan', { name: 'Jan Tamm', number: '+15550177' }, 'His sister is at +1 555 0100', tuesday),
    briefOf('of-nobody', { name: 'Somebody', number: '' }, '', wednesday),
  ])
  await database.breaks.put({ id: 'break', startedAt: tuesday, endedAt: wednesday, callId: 'tuesday' })
}

function personOf(id: string, name: string, numbers: readonly string[], written: readonly string[]): Person {
  return { id, name, namedBy: 'agent', numbers, written, remarks: [], createdAt: 1, updatedAt: 1 }
}

function callOf(id: string, number: string, startedAt: number): Call {
  return {
    ...{ id, dialer: 'baresip', direction: 'incoming', party: { name: '', number }, state: 'ended' },
    ...{ endCause: 'caller-hung-up', consultFor: null, certain: true },
    ...{ startedAt, answeredAt: startedAt, endedAt: startedAt + 60_000 },
    ...{ ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
  }
}

function noteOf(id: string, changes: Partial<Note>): Note {
  const ending = { state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling: null } as const
  return { id, text: `Note of ${id}`, ...ending, practice: false, createdAt: 1, updatedAt: 1, ...changes }
}

function briefOf(
  id: string,
  caller: { readonly name: string; readonly number: string },
  situation: string,
  at: number,
): BriefRecord {
  const person = { id: 'ana', name: 'Ana' }
  return {
    brief: {
      ...{ id, from: person, to: person, headline: '', caller: { ...caller, verified: 'unknown' }, tone: '', situation },
      ...{ background: '', tried: '', request: '', avoid: '', readBack: '', topic: '' },
    },
    ...{ direction: 'sent', stage: 'accepted', at, stageAt: at, reason: '', followUp: null },
  }
}
