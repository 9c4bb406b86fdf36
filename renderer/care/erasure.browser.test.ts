import { Dexie } from 'dexie'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Call } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import type { CompanionBridge } from '../../shared/contract.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { Person } from '../../shared/people/person.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { createSearch, type Search } from '../search/search.ts'
import { startSearchWorker } from '../search/start-search-worker.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { recordChanges } from '../storage/recorded-changes.ts'
import { createStorage, type Storage } from '../storage/storage.ts'
import { type BriefStore, createBriefStore } from '../transfer/brief-store.ts'
import type { ErasureParts } from './erasure.ts'
import { forgetOwedBriefs } from './forget-removed.ts'
import { createKeeping, type Keeping } from './keeping.ts'
import type { LongWork } from './long-work.ts'

const name = 'erasure'
const word = 'Zanzibar'
const [marta, jan] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const

let database: SteadylineDatabase
let storage: Storage
let search: Search
let briefs: BriefStore
let meanwhile: () => Promise<unknown>
let asked: string[]
let answers: boolean
let onDesk: string[]
let keeping: Keeping

beforeEach(async () => {
  database = new SteadylineDatabase(name)
  recordChanges(database, () => undefined)
  storage = createStorage(database)
  await storage.open(null)
  search = createSearch(storage, startSearchWorker)
  briefs = createBriefStore(storage, () => undefined)
  meanwhile = async () => undefined
  ;[asked, answers, onDesk] = [[], true, []]
  keeping = createKeeping(parts())
  await fill()
})

afterEach(async () => {
  search.close()
  await database.delete()
})

describe('erasing a person', () => {
  it('leaves no word of theirs in any row of any store, and nothing of them is found', async () => {
    expect((await search.ask(word, { limit: 9 }))?.total).toBe(3)
    await expect.poll(() => database.searchSegments.count()).toBeGreaterThan(0)
    expect(await everyRow()).toContain(word.toLowerCase())
    const erased = await keeping.erasure.erase(marta, work())
    expect(erased).toEqual({
      ok: true,
      value: {
        at: 5,
        counts: { people: 1, calls: 3, notes: 3, noteEdits: 1, checklists: 1, callbacks: 1, briefs: 2, incidents: 1 },
        ...{ companion: true, journal: true, search: true },
      },
    })
    const rows = await everyRow()
    for (const trace of [word, 'Marta']) expect(rows).not.toContain(trace.toLowerCase())
    expect((await search.ask(word, { limit: 9 }))?.total).toBe(0)
    expect((await search.ask('Refund', { limit: 9 }))?.total).toBe(1)
    expect(asked).toEqual(['records.forget 1 2', 'journal.purge'])
  })

  it('keeps what is of others, without its links to them', async () => {
    await keeping.erasure.erase(marta, work())
    expect([await database.calls.toCollection().primaryKeys(), await database.people.toCollection().primaryKeys()]).toEqual([
      ['jan-1', 'jan-2'],
      [jan],
    ])
    expect(await database.notes.get('jan-1')).toEqual({ ...noteOf('jan-1', 'Refund'), links: ['jan-2'] })
    expect((await database.breaks.toArray()).map(({ callId }) => callId)).toEqual([null])
  })

  it('takes the calls to colleagues about theirs along, and leaves those about others', async () => {
    await database.calls.bulkPut([
      { ...callOf('leg', '+15550199', 'Priit, a colleague'), consultFor: 'marta-1' },
      { ...callOf('leg-of-jan', '+15550199', 'Priit, a colleague'), consultFor: 'jan-1' },
    ])
    expect(await keeping.erasure.preview(marta)).toMatchObject({ ok: true, value: { calls: 4 } })
    await keeping.erasure.erase(marta, work())
    expect(await database.calls.toCollection().primaryKeys()).toEqual(['jan-1', 'jan-2', 'leg-of-jan'])
  })

  it('says before how much there is, and changes nothing by it', async () => {
    const before = await everyRow()
    expect(await keeping.erasure.preview(marta)).toMatchObject({
      ok: true,
      value: { calls: 3, notes: 3, callbacks: 1, briefs: 2 },
    })
    expect(await everyRow()).toBe(before)
  })

  it('that is given up half way erases nothing, and the store stays open', async () => {
    const before = await everyRow()
    for (let at = 0; at < 6; at += 1) {
      const given = new AbortController()
      let told = 0
      const tell = () => {
        if (told === at) given.abort()
        told += 1
      }
      expect(await keeping.erasure.erase(marta, { signal: given.signal, tell })).toEqual({
        ok: false,
        failure: { kind: 'erasure.givenUp' },
      })
      expect(await everyRow()).toBe(before)
    }
    expect([storage.state.get().kind, asked]).toEqual(['open', []])
  })

  it('is refused while one of their calls is on the desk', async () => {
    onDesk = ['marta-1']
    expect(await keeping.erasure.erase(marta, work())).toEqual({ ok: false, failure: { kind: 'erasure.onDesk' } })
    expect(await database.people.count()).toBe(2)
  })

  it('takes a brief along that came a moment before, and one that moves on meanwhile is not written again', async () => {
    const [late, moved] = [briefOf('late', '+15550100', word), briefOf('b1', '+15550100', word)]
    briefs.keep(late)
    let behind: Promise<unknown> | null = null
    const tell = () => {
      behind ??= Dexie.ignoreTransaction(() => storage.run((open) => open.briefs.put(moved)))
    }
    meanwhile = async () => {
      for (const record of [late, moved]) briefs.keep({ ...record, stage: 'accepted' })
      await briefs.settled()
    }
    expect(await keeping.erasure.erase(marta, { ...work(), tell })).toMatchObject({ ok: true, value: { counts: { briefs: 3 } } })
    await behind
    expect(await database.briefs.toCollection().primaryKeys()).toEqual(['b3'])
    expect(asked).toEqual(['records.forget 1 3', 'journal.purge'])
  })

  it('leaves nothing behind of which the companion speaks at the next start, before it could be made to forget', async () => {
    answers = false
    await keeping.erasure.erase(marta, work())
    briefs = createBriefStore(storage, () => undefined)
    await forgetOwedBriefs({ storage, forgetBriefs: briefs.forget })
    briefs.keep(briefOf('b1', '+15550100', word))
    await briefs.settled()
    expect(await database.briefs.toCollection().primaryKeys()).toEqual(['b3'])
  })

  it('has the companion forget the brief of a deputy too, of which the store has not heard', async () => {
    const deputy = { id: 'leo', name: 'Leo', briefId: 'b9' }
    await database.callbacks.toCollection().modify({ deputy })
    expect(await keeping.erasure.erase(marta, work())).toMatchObject({ ok: true, value: { counts: { briefs: 2 } } })
    expect(asked).toEqual(['records.forget 1 3', 'journal.purge'])
  })

  it('that the companion could not finish is finished at the next start', async () => {
    answers = false
    expect(await keeping.erasure.erase(marta, work())).toMatchObject({ ok: true, value: { companion: false, journal: false } })
    ;[asked, answers] = [[], true]
    const next = createKeeping(parts())
    await next.retention.finish()
    await next.retention.finish()
    expect(asked).toEqual(['records.forget 1 2', 'journal.purge'])
  })
})

function parts(): ErasureParts {
  const companion: CompanionBridge = {
    async request(channel, payload) {
      const counts = Object.values(payload ?? {}).map((ids) => (ids as unknown[]).length)
      asked.push([channel, ...counts].join(' '))
      if (channel === 'records.forget') await meanwhile()
      return (answers ? { ok: true, value: null } : { ok: false, failure: { kind: 'journal.full' } }) as never
    },
    on: () => () => undefined,
  }
  return {
    ...{ storage, companion, onDesk: () => onDesk, now: () => 5 },
    copied: async () => void (await database.outbox.clear()),
    forgetInSearch: (calls) => search.forget(calls),
    forgetBriefs: (ids) => briefs.forget(ids),
    briefsWritten: () => briefs.settled(),
  }
}

function work(): LongWork {
  return { signal: new AbortController().signal, tell: () => undefined }
}

async function fill(): Promise<void> {
  await database.people.bulkPut([personOf(marta, 'Marta Kask', '+15550100'), personOf(jan, 'Jan Tamm', '+15550177')])
  await database.calls.bulkPut([
    ...[callOf('marta-1', '+15550100', 'Marta Kask'), callOf('marta-2', '5550100', 'Marta'), callOf('marta-3', '', 'Marta')],
    ...[callOf('jan-1', '+15550177', 'Jan Tamm'), callOf('jan-2', '+15550100', 'Jan on her phone')],
  ])
  await database.notes.bulkPut([
    { ...noteOf('marta-1', `${word} order`), links: ['jan-1'], learning: word },
    noteOf('marta-2', word),
    { ...noteOf('marta-3', word), person: marta },
    { ...noteOf('jan-1', 'Refund'), links: ['marta-1', 'jan-2'] },
    { ...noteOf('jan-2', 'His own'), person: jan },
  ])
  await database.noteEdits.put({ id: 'marta-1 1', noteId: 'marta-1', replacedAt: 1, before: noteOf('marta-1', word) })
  await database.checklists.put({ callId: 'marta-1', playbookVersion: 'v', stage: 'closed', snapshot: { said: word } })
  await database.callbacks.put(sampleCallback({ person: { name: 'Marta', number: '+15550100' }, reason: word }))
  await database.incidents.put({ id: 'marta-1', at: 1, rungs: [], reported: null })
  await database.breaks.put({ id: 'break', startedAt: 1, endedAt: 2, callId: 'marta-1' })
  await database.briefs.bulkPut([
    briefOf('b1', '+15550100', word),
    briefOf('b2', '', 'Ring +1 555 0100, Marta waits'),
    briefOf('b3', '+15550177', 'Refund'),
  ])
  await database.outbox.clear()
}

function personOf(id: string, name: string, number: string): Person {
  const written = id === marta ? [number, '5550100'] : [number]
  return { id, name, namedBy: 'agent', numbers: [number], written, remarks: [], createdAt: 1, updatedAt: 1 }
}

function callOf(id: string, number: string, party: string): Call {
  return {
    ...{
      id,
      dialer: 'baresip',
      direction: 'incoming',
      party: { name: party, number },
      state: 'ended',
      endCause: 'caller-hung-up',
    },
    ...{ consultFor: null, certain: true, startedAt: 1000, answeredAt: 1100, endedAt: 1200 },
    ...{ ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
  }
}

function noteOf(id: string, text: string): Note {
  const ending = { state: 'saved', disposition: 'resolved', dispositionLabel: 'Resolved', handling: null } as const
  return { id, text, ...ending, practice: false, createdAt: 1, updatedAt: 1 }
}

function briefOf(id: string, number: string, situation: string): BriefRecord {
  const person = { id: 'ana', name: 'Ana' }
  return {
    brief: {
      ...{ id, from: person, to: person, headline: '', caller: { name: '', number, verified: 'unknown' }, tone: '', situation },
      ...{ background: '', tried: '', request: '', avoid: '', readBack: '', topic: '' },
    },
    ...{ direction: 'sent', stage: 'accepted', at: 1, stageAt: 1, reason: '', followUp: null },
  }
}

/** All that IndexedDB holds, as a text in which any word can be looked for, also of the bytes of the search. */
async function everyRow(): Promise<string> {
  const rows = await Promise.all(
    database.tables.filter((table) => table.name !== 'outbox').map(async (table) => [table.name, await table.toArray()]),
  )
  const said = JSON.stringify(rows, (_key, value: unknown) =>
    value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? textOf(value) : value,
  )
  return said.toLowerCase()
}

function textOf(bytes: ArrayBuffer | ArrayBufferView): string {
  const buffer = ArrayBuffer.isView(bytes) ? bytes.buffer : bytes
  return new TextDecoder('latin1').decode(buffer)
}
