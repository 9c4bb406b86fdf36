import { afterEach, expect, test } from 'vitest'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { type JournalChange, type JournalEntry, type MendedJournal, maxAppendLength } from '../../shared/journal/journal.ts'
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

test('a store that is gone is not opened while the companion is away', async () => {
  const journal = journalInMemory()
  journal.write(entryOf(note('a', 'Order 88')))
  journal.goAway()
  const opening = opened(aName(), journal)
  await expect.poll(() => journal.reads()).toBeGreaterThan(1)
  expect(databases.at(-1)?.isOpen()).toBe(false)
  journal.comeBack()
  const { database, secondCopy } = await opening
  expect(await database.notes.toArray()).toEqual([note('a', 'Order 88')])
  expect(secondCopy.state.get().restored).toEqual({ notes: 1, records: 1, unreadable: 0, isPart: false })
})

test('a companion that goes away in the midst of bringing back is waited for', async () => {
  const journal = journalInMemory({ pageOf: 1 })
  journal.write(entryOf(note('a', 'Order 88')), entryOf(note('b', 'Refund')), entryOf(note('c', 'Late')))
  let read = 0
  const opening = opened(aName(), {
    ...journal,
    read(after) {
      read += 1
      if (read === 2) journal.goAway()
      if (read === 4) journal.comeBack()
      return journal.read(after)
    },
  })
  const { database, secondCopy } = await opening
  expect((await database.notes.toArray()).map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  expect(secondCopy.state.get().restored).toEqual({ notes: 3, records: 3, unreadable: 0, isPart: false })
})

test('a record longer than any append is copied in pieces, and comes back whole', async () => {
  const journal = journalInMemory({ pageOf: 1 })
  const name = aName()
  const before = await opened(name, journal)
  const long = note('a', `${'😀'.repeat(maxAppendLength)}end`)
  await before.storage.run(({ notes }) => notes.bulkPut([note('b', 'Refund'), long, note('c', 'Late')]))
  await before.secondCopy.copied()
  expect(
    journal.appends.map((changes) => changes.map(({ key, piece }) => (piece ? `${key} ${piece.at}/${piece.of}` : key))),
  ).toEqual([['b'], ['a 0/3'], ['a 1/3'], ['a 2/3'], ['c']])
  before.database.close()
  await SteadylineDatabase.delete(name)

  const after = await opened(name, journal)
  expect(await after.database.notes.toArray()).toEqual([long, note('b', 'Refund'), note('c', 'Late')])
  expect(after.secondCopy.state.get()).toEqual({
    trouble: null,
    restored: { notes: 3, records: 3, unreadable: 0, isPart: false },
  })
})

test('a long record whose last piece never came stays as it was before', async () => {
  const journal = journalInMemory()
  const [first, second] = ['{"id":"a","te', 'xt":""}']
  journal.write(entryOf(note('a', 'Order 88')), { ...entryOf(note('a', '')), text: first, piece: { at: 0, of: 3 } })
  journal.write({ ...entryOf(note('a', '')), text: second, piece: { at: 1, of: 3 } })
  const { database } = await opened(aName(), journal)
  expect(await database.notes.toArray()).toEqual([note('a', 'Order 88')])
})

test('pieces that were given up never mix with the state behind them', async () => {
  const journal = journalInMemory()
  const begun = (key: string) => journal.write({ ...entryOf(note(key, '')), text: '{"id":', piece: { at: 0, of: 2 } })
  for (const key of ['removed', 'whole', 'in-pieces']) {
    journal.write(entryOf(note(key, 'Order 88')))
    begun(key)
  }
  const text = JSON.stringify(note('in-pieces', 'Refund'))
  journal.write({ ...entryOf(note('removed', '')), text: null }, entryOf(note('whole', 'Refund')))
  journal.write(...[0, 1, 2].map((at) => ({ ...entryOf(note('in-pieces', '')), text: pieceOf(text, at), piece: { at, of: 3 } })))
  const { database, secondCopy } = await opened(aName(), journal)
  expect(await database.notes.toArray()).toEqual([note('in-pieces', 'Refund'), note('whole', 'Refund')])
  expect(secondCopy.state.get().restored).toEqual({ notes: 2, records: 2, unreadable: 0, isPart: false })
})

const hostile: readonly (readonly [string, JournalChange])[] = [
  ['is no JSON', { ...entryOf(note('b', '')), text: '{"id":' }],
  ['is no object', { ...entryOf(note('b', '')), text: '"b"' }],
  ['is kept under another key', { ...entryOf(note('b', '')), text: JSON.stringify(note('a', 'of a')) }],
  ['lacks a field', { ...entryOf(note('b', '')), text: '{"id":"b","state":"saved"}' }],
  ['has a field of another kind', { ...entryOf(note('b', '')), text: JSON.stringify({ ...note('b', ''), text: [] }) }],
  ['is no playbook', { table: 'playbooks', key: 'v1', version: 7, text: '{"version":"v1","steps":"none"}' }],
  ['would break the machine', { table: 'checklists', key: 'x', version: 7, text: '{"callId":"x","stage":"open","snapshot":7}' }],
]

test.each(hostile)('a row that %s is left out and counted, and the rest comes back', async (_what, entry) => {
  const journal = journalInMemory()
  journal.write(entryOf(note('a', 'Order 88')), entry, entryOf(note('c', 'Late')))
  const name = aName()
  const gone = await opened(name, journal)
  expect([
    await gone.database.notes.toArray(),
    await gone.database.playbooks.count(),
    await gone.database.checklists.count(),
  ]).toEqual([[note('a', 'Order 88'), note('c', 'Late')], 0, 0])
  expect(gone.secondCopy.state.get().restored).toEqual({ notes: 2, records: 2, unreadable: 1, isPart: false })
  await gone.secondCopy.copied()
  gone.database.close()
  journal.write(entry, entryOf(note('d', 'Behind')))

  const behind = await opened(name, journal)
  await behind.secondCopy.copied()
  expect(behind.secondCopy.state.get().restored).toEqual({ notes: 1, records: 1, unreadable: 1, isPart: false })
})

test('a second copy of which all was cut off says how much that was', async () => {
  const journal = journalInMemory({ unreadable: 12 })
  const { secondCopy } = await opened(aName(), journal)
  expect(secondCopy.state.get().restored).toEqual({ notes: 0, records: 0, unreadable: 12, isPart: false })
})

test('a store that is gone while its second copy could not be opened says so', async () => {
  const journal = journalInMemory({ isAnyAside: true })
  const { secondCopy } = await opened(aName(), journal)
  const lost = { notes: 0, records: 0, unreadable: 0, isPart: false, isKeptAside: true }
  expect(secondCopy.state.get().restored).toEqual(lost)
})

test('a second copy that was once kept aside is no matter to a store that is there, or comes back from the next', async () => {
  const journal = journalInMemory({ isAnyAside: true })
  const name = aName()
  const before = await opened(name, journalInMemory())
  before.database.close()
  const there = await opened(name, journal)
  expect(there.secondCopy.state.get().restored).toBeNull()
  journal.write(entryOf(note('a', 'Order 88')))
  const gone = await opened(aName(), journal)
  expect(gone.secondCopy.state.get().restored).toEqual({ notes: 1, records: 1, unreadable: 0, isPart: false })
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

test('a record that was removed does not come back when its removal is what damage cost the second copy', async () => {
  const journal = journalInMemory({ pageOf: 1 })
  const name = aName()
  const before = await opened(name, journal)
  await before.storage.run(({ notes }) => notes.bulkPut([note('a', 'Order 88'), note('b', 'Refund')]))
  await before.secondCopy.copied()
  await before.storage.run(({ notes }) => notes.delete('a'))
  await before.secondCopy.copied()
  before.database.close()
  journal.write(entryOf(note('c', 'from elsewhere')))
  journal.renew(3)

  const after = await opened(name, journal)
  await after.secondCopy.copied()
  expect(await after.database.notes.toArray()).toEqual([note('b', 'Refund'), note('c', 'from elsewhere')])
  expect(journal.states()).toEqual({
    'notes a': null,
    'notes b': note('b', 'Refund'),
    'notes c': note('c', 'from elsewhere'),
  })
  expect(after.secondCopy.state.get().restored).toEqual({ notes: 1, records: 1, unreadable: 0, isPart: false })
})

test('a store that is behind a second copy that was mended takes what is newer there', async () => {
  const journal = journalInMemory()
  const name = aName()
  const before = await opened(name, journal)
  await before.storage.run(({ notes }) => notes.bulkPut([note('a', 'old'), note('b', 'old')]))
  await before.secondCopy.copied()
  before.database.close()
  journal.write(entryOf(note('a', 'from elsewhere')))
  journal.renew(2)

  const after = await opened(name, journal)
  await after.secondCopy.copied()
  const expected = [note('a', 'from elsewhere'), note('b', 'old')]
  expect(await after.database.notes.toArray()).toEqual(expected)
  expect(Object.values(journal.states())).toEqual(expected)
})

test('a record does not come back either when its removal was in the end that was cut off', async () => {
  const journal = journalInMemory()
  const name = aName()
  const before = await opened(name, journal)
  await before.storage.run(({ notes }) => notes.bulkPut([note('a', 'Order 88'), note('b', 'Refund')]))
  await before.secondCopy.copied()
  await before.storage.run(({ notes }) => notes.delete('a'))
  await before.secondCopy.copied()
  before.database.close()
  journal.cutTo(2)
  journal.renew(0)
  journal.write(entryOf(note('c', 'from elsewhere')))

  const after = await opened(name, journal)
  await after.secondCopy.copied()
  const expected = [note('b', 'Refund'), note('c', 'from elsewhere')]
  expect(await after.database.notes.toArray()).toEqual(expected)
  expect(Object.values(journal.states()).filter((record) => record !== null)).toEqual(expected)
  after.database.close()
  await SteadylineDatabase.delete(name)
  expect(await (await opened(name, journal)).database.notes.toArray()).toEqual(expected)
})

test('a store takes what it lacks from a second copy that it has never met', async () => {
  const name = aName()
  const before = await opened(name, journalInMemory())
  await before.storage.run(({ notes }) => notes.put(note('a', 'Order 88')))
  await before.secondCopy.copied()
  before.database.close()
  const elsewhere = journalInMemory()
  elsewhere.write(entryOf(note('b', 'from elsewhere')))

  const after = await opened(name, elsewhere)
  await after.secondCopy.copied()
  expect(await after.database.notes.toArray()).toEqual([note('a', 'Order 88'), note('b', 'from elsewhere')])
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
function journalInMemory({ pageOf = 100, unreadable = 0, isAnyAside = false } = {}) {
  let reads = 0
  let id = crypto.randomUUID()
  let mends: readonly MendedJournal[] = []
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
      reads += 1
      if (trouble) return failed(trouble)
      const behind = entries.filter(({ number }) => number > after)
      const page = behind.slice(0, pageOf)
      const next = behind.length > pageOf ? (page.at(-1)?.number ?? null) : null
      return success({ id, mends, last, isAnyAside, entries: page, next, unreadable })
    },
  }
  return {
    ...line,
    appends,
    write,
    reads: () => reads,
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
    /** Damage cost the entry with this number. */
    renew(lost = 1) {
      mends = [...mends, { id, last }]
      id = crypto.randomUUID()
      entries = entries.filter(({ number }) => number !== lost)
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

/** One of three. */
function pieceOf(text: string, at: number): string {
  return text.slice(at * 10, at === 2 ? undefined : (at + 1) * 10)
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
  return {
    ...{ id, dialer: 'baresip', direction: 'incoming', party: { name: 'Marta', number: '+37255500142' } },
    ...{ state: 'live', endCause: null, consultFor: null, certain: true, startedAt: 1, answeredAt: 2, endedAt: null },
    ...{ ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
  }
}

function checklist(callId: string, stage: StoredChecklist['stage']): StoredChecklist {
  return { callId: callId as StoredChecklist['callId'], playbookVersion: 'v', stage, snapshot: { value: 'live', context: {} } }
}
