import { afterEach, expect, test } from 'vitest'
import type { JournalChange, JournalEntry } from '../../shared/journal/journal.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { failed, success } from '../../shared/result.ts'
import { SteadylineDatabase, type StoredChecklist } from './database.ts'
import type { JournalLine, JournalTrouble } from './journal-line.ts'
import { createSecondCopy } from './second-copy.ts'
import { createStorage, leastFreeBytes } from './storage.ts'

const plenty = leastFreeBytes * 10
let databases: SteadylineDatabase[] = []

afterEach(async () => {
  for (const database of databases) {
    database.close()
    await SteadylineDatabase.delete(database.name)
  }
  databases = []
})

test('what is saved is in the second copy when it says so, also what a feature does with whole tables', async () => {
  const journal = journalInMemory()
  const { storage, secondCopy } = await opened(aName(), journal)
  await storage.run(async ({ notes, playbookDrafts }) => {
    await notes.bulkPut([note('a', 'Order 88'), note('b', 'Refund'), note('c', 'Late')])
    await notes.update('a', { text: 'Order 88-1042' })
    await notes.delete('b')
    await playbookDrafts.put({ file: 'ours.yaml', text: 'name: Ours', base: '' })
    await playbookDrafts.clear()
  })
  await secondCopy.copied()
  expect(journal.states()).toEqual({
    'notes a': note('a', 'Order 88-1042'),
    'notes b': null,
    'notes c': note('c', 'Late'),
    'playbookDrafts ours.yaml': null,
  })
})

test('a change that did not happen is not copied', async () => {
  const journal = journalInMemory()
  const { database, secondCopy } = await opened(aName(), journal)
  await database
    .transaction('rw', database.notes, async () => {
      await database.notes.put(note('a', 'never'))
      throw new Error('changed its mind')
    })
    .catch(() => undefined)
  await secondCopy.copied()
  expect([journal.states(), await database.outbox.count()]).toEqual([{}, 0])
})

test('a store that is gone is brought back whole before the desk opens, and says what came back', async () => {
  const journal = journalInMemory({ pageOf: 2 })
  const name = aName()
  const before = await opened(name, journal)
  await before.storage.run(async ({ notes, calls, checklists }) => {
    await notes.bulkPut([note('a', 'Order 88'), note('b', 'Refund'), note('c', 'Late')])
    await notes.delete('c')
    await calls.put(call('a'))
    await checklists.bulkPut([checklist('a', 'open'), checklist('b', 'closed')])
  })
  await before.secondCopy.copied()
  before.database.close()
  await SteadylineDatabase.delete(name)
  const appended = journal.appends.length

  const after = await opened(name, journal)
  expect(await everything(after.database)).toEqual({
    notes: [note('a', 'Order 88'), note('b', 'Refund')],
    calls: [call('a')],
    checklists: [checklist('a', 'open'), { ...checklist('b', 'closed'), snapshot: null }],
  })
  expect(after.shares.at(-1)).toBe(1)
  expect(after.secondCopy.state.get().restored).toEqual({ notes: 2, records: 5, unreadable: 0, isPart: false })
  await after.secondCopy.copied()
  expect(journal.appends).toHaveLength(appended)
})

test('a restoring that was cut short is begun again', async () => {
  const journal = journalInMemory({ pageOf: 1 })
  const name = aName()
  const before = await opened(name, journal)
  await before.storage.run(({ notes }) => notes.bulkPut([note('a', 'Order 88'), note('b', 'Refund'), note('c', 'Late')]))
  await before.secondCopy.copied()
  before.database.close()
  await SteadylineDatabase.delete(name)
  const cut = journal.cutAfter(2)
  await expect(opened(name, cut)).rejects.toThrow('the window is gone')

  const after = await opened(name, journal)
  expect((await everything(after.database)).notes).toHaveLength(3)
  expect(after.secondCopy.state.get().restored).toEqual({ notes: 3, records: 3, unreadable: 0, isPart: false })
})

test('a store that is behind takes what it lacks, and keeps what is newer here', async () => {
  const journal = journalInMemory()
  const name = aName()
  const before = await opened(name, journal)
  await before.storage.run(({ notes }) => notes.bulkPut([note('a', 'old'), note('b', 'old')]))
  await before.secondCopy.copied()
  journal.write(entryOf(note('a', 'from elsewhere')), entryOf(note('b', 'from elsewhere')), entryOf(note('c', 'from elsewhere')))
  journal.goAway()
  await before.storage.run(({ notes }) => notes.put(note('b', 'typed here')))
  before.database.close()
  journal.comeBack()

  const after = await opened(name, journal)
  await after.secondCopy.copied()
  const expected = [note('a', 'from elsewhere'), note('b', 'typed here'), note('c', 'from elsewhere')]
  expect((await everything(after.database)).notes).toEqual(expected)
  expect(Object.values(journal.states())).toEqual(expected)
  expect(after.secondCopy.state.get().restored).toEqual({ notes: 2, records: 2, unreadable: 0, isPart: false })
})

test.each([
  ['is gone', (journal: JournalInMemory) => journal.startAnew()],
  ['lost its end', (journal: JournalInMemory) => journal.cutTo(1)],
  ['was mended and is another', (journal: JournalInMemory) => journal.renew()],
])('a second copy that %s is filled anew, and nothing is called brought back', async (_what, harm) => {
  const journal = journalInMemory()
  const name = aName()
  const before = await opened(name, journal)
  for (const key of ['a', 'b', 'c']) {
    await before.storage.run(({ notes }) => notes.put(note(key, 'Order')))
    await before.secondCopy.copied()
  }
  before.database.close()
  harm(journal)

  const after = await opened(name, journal)
  await after.secondCopy.copied()
  expect(journal.states()).toEqual({
    'notes a': note('a', 'Order'),
    'notes b': note('b', 'Order'),
    'notes c': note('c', 'Order'),
  })
  expect(after.secondCopy.state.get()).toEqual({ trouble: null, restored: null })
})

test('a store from before there was a second copy is copied whole', async () => {
  const name = aName()
  const old = new SteadylineDatabase(name, 5)
  await old.open()
  await old.notes.put(note('a', 'from last year'))
  old.close()
  const journal = journalInMemory()
  const { secondCopy } = await opened(name, journal)
  await secondCopy.copied()
  expect(journal.states()).toEqual({ 'notes a': note('a', 'from last year') })
})

test('a record returns into the version of the store that wrote it', async () => {
  const journal = journalInMemory()
  const { handling: _none, ...withoutHandling } = note('a', 'from version 1')
  journal.write({ table: 'notes', key: 'a', version: 1, text: JSON.stringify(withoutHandling) })
  const { database } = await opened(aName(), journal)
  expect(await database.notes.toArray()).toEqual([note('a', 'from version 1')])
})

test('what could not be copied is said at once, known after a crash, and copied later', async () => {
  const journal = journalInMemory()
  const name = aName()
  const before = await opened(name, journal)
  await before.secondCopy.copied()
  journal.failWith({ kind: 'journal.full' })
  await before.storage.run(({ notes }) => notes.put(note('a', 'while the disk was full')))
  const said = await new Promise((resolve) => void before.secondCopy.copied(() => resolve('late')).then(() => resolve('copied')))
  await expect.poll(() => before.secondCopy.state.get().trouble).toBe('journal.full')
  expect(said).toBe('late')
  before.database.close()
  journal.failWith(null)

  const after = await opened(name, journal)
  await after.secondCopy.copied()
  expect(journal.states()).toEqual({ 'notes a': note('a', 'while the disk was full') })
})

test('a companion that comes back is told at once', async () => {
  const journal = journalInMemory()
  const { storage, secondCopy } = await opened(aName(), journal)
  await secondCopy.copied()
  journal.goAway()
  await storage.run(({ notes }) => notes.put(note('a', 'alone')))
  const copied = secondCopy.copied()
  await expect.poll(() => secondCopy.state.get().trouble).toBe('journal.away')
  journal.comeBack()
  secondCopy.lookAgain()
  await copied
  expect(secondCopy.state.get().trouble).toBe(null)
})

test('a save while records of other tables wait is a save like any other', async () => {
  const journal = journalInMemory()
  const { storage, database, secondCopy } = await opened(aName(), journal)
  await secondCopy.copied()
  journal.goAway()
  await storage.run(({ calls }) => calls.put(call('a')))
  await expect.poll(() => secondCopy.state.get().trouble).toBe('journal.away')
  journal.comeBack()
  const saved = await storage.run(({ notes }) => notes.put(note('a', 'Order 88')))
  const inOneTransaction = await storage.run(({ notes }) =>
    database.transaction('rw', notes, async () => notes.put(note('b', 'Refund'))),
  )
  await secondCopy.copied()
  expect([saved.ok, inOneTransaction.ok, storage.state.get().kind]).toEqual([true, true, 'open'])
  expect(journal.states()).toEqual({ 'calls a': call('a'), 'notes a': note('a', 'Order 88'), 'notes b': note('b', 'Refund') })
})

test('a store that stopped keeps nobody waiting', async () => {
  const journal = journalInMemory()
  const { storage, secondCopy } = await opened(aName(), journal)
  await secondCopy.copied()
  journal.goAway()
  await storage.run(({ notes }) => notes.put(note('a', 'alone')))
  await storage.run(() => Promise.reject(new DOMException('no room', 'QuotaExceededError')))
  const said = await new Promise((resolve) => void secondCopy.copied(() => resolve('late')))
  expect(said).toBe('late')
})

test('a burst is sent as it ended and not step by step, and its rows are ticked off', async () => {
  const journal = journalInMemory()
  const { storage, database, secondCopy } = await opened(aName(), journal)
  await secondCopy.copied()
  journal.goAway()
  for (let step = 1; step <= 20; step += 1) await storage.run(({ notes }) => notes.put(note('a', `step ${step}`)))
  await expect.poll(() => secondCopy.state.get().trouble).toBe('journal.away')
  journal.comeBack()
  secondCopy.lookAgain()
  await secondCopy.copied()
  expect([journal.states(), await database.outbox.count()]).toEqual([{ 'notes a': note('a', 'step 20') }, 0])
  expect(journal.appends.length).toBeLessThan(3)
})

type JournalInMemory = ReturnType<typeof journalInMemory>

async function opened(name: string, journal: JournalLine) {
  const database = new SteadylineDatabase(name)
  databases.push(database)
  const storage = createStorage(database)
  const secondCopy = createSecondCopy(database, storage, journal)
  const shares: number[] = []
  storage.state.subscribe(() => {
    const state = storage.state.get()
    if (state.kind === 'restoring') shares.push(state.share)
  })
  await storage.open(plenty, secondCopy.restoring)
  const state = storage.state.get()
  if (state.kind === 'stopped') throw new Error(state.cause)
  return { database, storage, secondCopy, shares }
}

/** The journal as main keeps its promise, in this window. */
function journalInMemory({ pageOf = 100 } = {}) {
  let id = crypto.randomUUID()
  let entries: JournalEntry[] = []
  let last = 0
  let trouble: JournalTrouble | null = null
  const appends: (readonly JournalChange[])[] = []
  const write = (...changes: readonly JournalChange[]) => {
    const first = last + 1
    entries = [...entries, ...changes.map((change, index) => ({ number: first + index, ...change }))]
    last += changes.length
    return { first, last }
  }
  const line: JournalLine = {
    async append(changes) {
      if (trouble) return failed(trouble)
      appends.push(changes)
      return success(write(...changes))
    },
    async read(after) {
      if (trouble) return failed(trouble)
      const behind = entries.filter(({ number }) => number > after)
      const page = behind.slice(0, pageOf)
      const next = behind.length > pageOf ? (page.at(-1)?.number ?? null) : null
      return success({ id, last, entries: page, next, unreadable: 0 })
    },
  }
  return {
    ...line,
    appends,
    write,
    states: () => Object.fromEntries(entries.map(({ table, key, text }) => [`${table} ${key}`, JSON.parse(text ?? 'null')])),
    failWith(kind: JournalTrouble | null) {
      trouble = kind
    },
    goAway() {
      trouble = { kind: 'journal.away' }
    },
    comeBack() {
      trouble = null
    },
    startAnew() {
      id = crypto.randomUUID()
      entries = []
      last = 0
    },
    cutTo(length: number) {
      entries = entries.slice(0, length)
      last = length
    },
    renew() {
      id = crypto.randomUUID()
      entries = entries.slice(1)
    },
    cutAfter(pages: number): JournalLine {
      let read = 0
      return {
        ...line,
        read(after) {
          read += 1
          return read > pages ? Promise.reject(new Error('the window is gone')) : line.read(after)
        },
      }
    },
  }
}

async function everything({ notes, calls, checklists }: SteadylineDatabase) {
  return { notes: await notes.toArray(), calls: await calls.toArray(), checklists: await checklists.toArray() }
}

function aName(): string {
  return `second-copy-${crypto.randomUUID()}`
}

function entryOf(record: Note): JournalChange {
  return { table: 'notes', key: record.id, version: 7, text: JSON.stringify(record) }
}

function note(id: string, text: string): Note {
  return {
    ...{ id: id as Note['id'], text, state: 'draft', disposition: null, dispositionLabel: null, handling: null, practice: false },
    createdAt: 1,
    updatedAt: 2,
  }
}

function call(id: string): CallRecord {
  return { id, startedAt: 1, party: { name: 'Marta', number: '+37255500142' } } as unknown as CallRecord
}

function checklist(callId: string, stage: StoredChecklist['stage']): StoredChecklist {
  return { callId: callId as StoredChecklist['callId'], playbookVersion: 'v', stage, snapshot: { value: 'live' } }
}
