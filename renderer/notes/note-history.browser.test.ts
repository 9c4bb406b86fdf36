import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Note } from '../../shared/notes/note.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { recordChanges } from '../storage/recorded-changes.ts'
import { createStorage } from '../storage/storage.ts'
import { createNoteHistory, type NoteHistory } from './note-history.ts'
import { createNoteSitting } from './note-sitting.ts'

const note: Note = {
  id: 'baresip:a',
  text: 'Order late',
  state: 'saved',
  disposition: 'resolved',
  dispositionLabel: 'Resolved',
  handling: null,
  practice: false,
  learning: 'Listen first',
  createdAt: 1,
  updatedAt: 100,
}

let database: SteadylineDatabase
let history: NoteHistory

beforeEach(async () => {
  database = new SteadylineDatabase(`note-history-test-${crypto.randomUUID()}`)
  recordChanges(database, () => undefined)
  const storage = createStorage(database)
  await storage.open(null)
  await database.notes.put(note)
  await database.outbox.clear()
  history = createNoteHistory(storage, async () => undefined)
})

afterEach(async () => {
  database.close()
  await database.delete()
})

test('all that is changed in one sitting keeps one version before, whatever number of pauses it has', async () => {
  const sitting = createNoteSitting(history, note, () => 200)
  for (const text of ['Order late, twice', 'Order late, three times']) {
    sitting.write(text)
    expect(await sitting.flush()).toBe(true)
  }
  expect(sitting.state.get()).toEqual({ text: 'Order late, three times', saving: 'saved', savedAt: 200 })
  expect(await database.notes.toArray()).toEqual([{ ...note, text: 'Order late, three times', updatedAt: 201 }])
  expect(await database.noteEdits.toArray()).toEqual([
    { id: 'baresip:a 200', noteId: 'baresip:a', replacedAt: 200, before: note },
  ])
})

test('a note and the version before it go to the second copy together', async () => {
  await history.change(note.id, { text: 'Order found' }, null, 200)
  const rows = await database.outbox.toArray()
  expect(rows.map(({ table, key }) => [table, key])).toEqual([
    ['notes', 'baresip:a'],
    ['noteEdits', 'baresip:a 200'],
  ])
})

test('another sitting keeps another version, and a clock set back does not mix them up', async () => {
  await history.change(note.id, { text: 'First' }, null, 500)
  await history.change(note.id, { text: 'Second' }, null, 300)
  const watching = history.watch(note.id)
  const off = watching.subscribe(() => undefined)
  await expect.poll(() => watching.get()?.edits.map(({ before }) => before.text)).toEqual(['Order late', 'First'])
  expect(watching.get()?.note).toEqual({ ...note, text: 'Second', updatedAt: 501 })
  off()
})

test('what somebody else changed meanwhile stays, and their version is kept too', async () => {
  const sitting = createNoteSitting(history, note, () => 200)
  sitting.write('Mine')
  await sitting.flush()
  await database.notes.update(note.id, { learning: 'Ask twice', updatedAt: 400 })
  sitting.write('Mine again')
  await sitting.flush()
  expect(await database.notes.get(note.id)).toMatchObject({ text: 'Mine again', learning: 'Ask twice' })
  expect((await database.noteEdits.toArray()).map(({ before }) => [before.text, before.learning])).toEqual([
    ['Order late', 'Listen first'],
    ['Mine', 'Ask twice'],
  ])
})

test('a note that was deleted meanwhile does not come back, and the words are not called saved', async () => {
  const sitting = createNoteSitting(history, note)
  await database.notes.delete(note.id)
  sitting.write('Still here')
  expect(await sitting.flush()).toBe(false)
  expect(sitting.state.get()).toEqual({ text: 'Still here', saving: 'failed', savedAt: null })
  expect([await database.notes.count(), await database.noteEdits.count()]).toEqual([0, 0])
})

test('a disk that fails half way leaves the note and its versions as they were', async () => {
  database.noteEdits.hook('creating', () => {
    throw new Error('QuotaExceededError')
  })
  const sitting = createNoteSitting(history, note)
  sitting.write('Order found')
  expect(await sitting.flush()).toBe(false)
  expect(sitting.state.get().saving).toBe('failed')
  await database.open()
  expect(await database.notes.toArray()).toEqual([note])
})
