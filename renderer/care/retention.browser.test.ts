import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import type { Note } from '../../shared/notes/note.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage, type Storage } from '../storage/storage.ts'
import { createRetention, type Retention } from './retention.ts'

const now = new Date(2026, 7, 31, 12).getTime()
const day = 24 * 60 * 60 * 1000
const year = { months: 12, practiceDays: 30 }
const off = { months: 0, practiceDays: 0 }

let database: SteadylineDatabase
let storage: Storage
let asked: string[]
let retention: Retention

beforeEach(async () => {
  database = new SteadylineDatabase('retention')
  storage = createStorage(database)
  await storage.open(null)
  asked = []
  retention = createRetention({
    storage,
    companion: {
      request: async (channel) => {
        asked.push(channel)
        return { ok: true, value: null } as never
      },
      on: () => () => undefined,
    },
    copied: async () => undefined,
    forgetInSearch: async (calls) => {
      asked.push(`search ${calls.length}`)
      return true
    },
    forgetBriefs: () => undefined,
    now: () => now,
  })
})

afterEach(() => database.delete())

describe('retention', () => {
  it('removes calls that are older than the months, with all that belongs to them, and everywhere', async () => {
    await keep('old', new Date(2025, 7, 31, 11).getTime())
    await keep('young', new Date(2025, 7, 31, 13).getTime())
    await database.noteEdits.put({ id: 'old 1', noteId: 'old', replacedAt: 1, before: noteOf('old') })
    const applied = await retention.apply(year, work())
    expect(applied).toMatchObject({ ok: true, value: { calls: 1, notes: 1, noteEdits: 1, people: 0 } })
    expect([await ids(), await database.notes.toCollection().primaryKeys(), await database.noteEdits.count()]).toEqual([
      ['young'],
      ['young'],
      0,
    ])
    expect(asked).toEqual(['search 1', 'records.forget', 'journal.purge'])
  })

  it('keeps what is still open or was learned from, and says how many', async () => {
    for (const id of ['promised', 'incident', 'unfinished', 'learned', 'checklist', 'goes']) await keep(id, 1000)
    await database.callbacks.put(sampleCallback({ callId: 'promised' }))
    await database.incidents.put({ id: 'incident', at: 1, rungs: [], reported: null })
    await database.notes.put({ ...noteOf('unfinished'), state: 'draft' })
    await database.notes.put({ ...noteOf('learned'), learning: 'Name the date first' })
    await database.checklists.put({ callId: 'checklist', playbookVersion: 'v', stage: 'open', snapshot: null })
    expect(await retention.preview(year, 10)).toMatchObject({
      ok: true,
      value: { counts: { calls: 1, callbacks: 0 }, spared: 5, calls: [{ id: 'goes' }] },
    })
    await retention.apply(year, work())
    expect(await ids()).toEqual(['checklist', 'incident', 'learned', 'promised', 'unfinished'])
    expect(await database.callbacks.count()).toBe(1)
  })

  it('looks at practice calls by their own days', async () => {
    await keep('practice-old', now - 31 * day, 'practice')
    await keep('practice-young', now - 29 * day, 'practice')
    await keep('real', now - 31 * day)
    await retention.apply({ months: 0, practiceDays: 30 }, work())
    expect(await ids()).toEqual(['practice-young', 'real'])
  })

  it('removes people of whom nothing is left, and nobody else', async () => {
    await keep('old', 1000)
    const person = { name: '', namedBy: 'dialer', remarks: [], createdAt: 1, updatedAt: 1 } as const
    await database.people.bulkPut([
      { ...person, id: 'alone', numbers: ['+15550100'], written: ['+15550100'] },
      { ...person, id: 'remarked', numbers: ['+1555'], written: ['+1555'], remarks: ['Prefers short answers'] },
      { ...person, id: 'promised', numbers: ['+37255500142'], written: ['+37255500142'] },
    ])
    await database.callbacks.put(sampleCallback())
    expect(await retention.apply(year, work())).toMatchObject({ ok: true, value: { people: 1 } })
    expect(await database.people.toCollection().primaryKeys()).toEqual(['promised', 'remarked'])
  })

  it('changes nothing while it is off, and nothing by a preview', async () => {
    await keep('old', 1000)
    await retention.preview(year, 10)
    expect(await retention.apply(off, work())).toMatchObject({ ok: true, value: { calls: 0 } })
    expect([await ids(), asked]).toEqual([['old'], []])
  })

  it('given up between two slices leaves whole calls, and forgets elsewhere those that are gone', async () => {
    for (let at = 0; at < 450; at += 1) await keep(`old-${at}`, 1000 + at)
    const given = new AbortController()
    const applied = await retention.apply(year, { signal: given.signal, tell: () => given.abort() })
    expect(applied).toMatchObject({ ok: true, value: { calls: 200, notes: 200 } })
    expect([await database.calls.count(), await database.notes.count(), asked[0]]).toEqual([250, 250, 'search 200'])
  })
})

async function keep(id: string, startedAt: number, dialer: Call['dialer'] = 'baresip'): Promise<void> {
  await database.calls.put({
    ...{ id, dialer, direction: 'incoming', party: { name: 'Marta', number: '+15550100' }, state: 'ended' },
    ...{ endCause: 'caller-hung-up', consultFor: null, certain: true, startedAt, answeredAt: startedAt, endedAt: startedAt },
    ...{ ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
  })
  await database.notes.put(noteOf(id))
}

function noteOf(id: string): Note {
  const ending = { state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling: null } as const
  return { id, text: 'Refund', ...ending, practice: false, createdAt: 1, updatedAt: 1 }
}

function ids(): Promise<readonly string[]> {
  return database.calls.toCollection().primaryKeys()
}

function work() {
  return { signal: new AbortController().signal, tell: () => undefined }
}
