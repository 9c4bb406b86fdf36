import { afterEach, beforeEach, expect, it } from 'vitest'
import type { MaskRules } from '../../shared/care/masks.ts'
import type { Note } from '../../shared/notes/note.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { recordChanges } from '../storage/recorded-changes.ts'
import { maskRecords } from './mask-records.ts'

const name = 'mask-records'
const card = '4242 4242 4242 4242'
const note: Note = {
  ...{ id: `push:${card}`, state: 'saved', disposition: null, dispositionLabel: null, handling: null, practice: false },
  ...{ text: `Paid with ${card}`, learning: card, createdAt: 1, updatedAt: 1 },
}
const kept = { ...note, text: 'Paid with •••• 4242', learning: '•••• 4242' }

let rules: MaskRules
let database: SteadylineDatabase

beforeEach(async () => {
  rules = { cards: true, ibans: false, patterns: [] }
  database = new SteadylineDatabase(name)
  recordChanges(database, () => undefined)
  maskRecords(database, () => rules)
  await database.open()
})

afterEach(async () => {
  await database.delete()
})

it('keeps no card number, by whichever way a record is written', async () => {
  await database.notes.add(note)
  await database.notes.bulkPut([{ ...note, id: 'bulk' }])
  await database.noteEdits.put({ id: 'edit', noteId: note.id, replacedAt: 1, before: note })
  await database.notes.put({ ...note, id: 'changed', text: '' })
  await database.notes.update('changed', { text: note.text })
  await database.notes.toCollection().modify({ learning: card })
  expect(await database.notes.orderBy('id').toArray()).toEqual([{ ...kept, id: 'bulk' }, { ...kept, id: 'changed' }, kept])
  expect((await database.noteEdits.get('edit'))?.before).toEqual(kept)
  expect(await database.outbox.count()).toBeGreaterThan(3)
})

it('leaves a record as it is once the agent has turned masking off', async () => {
  rules = { ...rules, cards: false }
  await database.notes.put(note)
  expect(await database.notes.get(note.id)).toEqual(note)
})

it("leaves a playbook's own words alone", async () => {
  await database.playbookDrafts.put({ file: 'a.yaml', text: card, base: '' })
  expect(await database.playbookDrafts.get('a.yaml')).toEqual({ file: 'a.yaml', text: card, base: '' })
})
