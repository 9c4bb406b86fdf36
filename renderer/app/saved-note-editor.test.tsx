import '../ui/theme.css'
import { I18nextProvider } from 'react-i18next'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import { longestNote } from '../notes/autosave.ts'
import { createNoteStore, type NoteStore } from '../notes/note-store.ts'
import { aNote, handled } from '../people/people-in-test.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import { words } from '../words/words.ts'
import { fakeSteadyline } from './fake-steadyline.ts'
import { pastCall } from './past-calls.ts'
import { SavedNoteEditor } from './saved-note-editor.tsx'

let database: SteadylineDatabase
let notes: NoteStore

beforeEach(async () => {
  database = new SteadylineDatabase(`saved-note-test-${crypto.randomUUID()}`)
  const storage = createStorage(database)
  await storage.open(null)
  notes = createNoteStore(storage, async () => undefined)
})

afterEach(async () => {
  database.close()
  await database.delete()
})

async function reads(text: string, state: 'saved' | 'draft' = 'saved') {
  const { call, note } = pastCall('baresip:a', 'Marta Kask', text)
  if (note === null) throw new Error('it has a note')
  const noted = { call, note: { ...note, state, handling: handled() } }
  await database.notes.put(noted.note)
  const { mirror, callbacks } = fakeSteadyline().steadyline
  const screen = await render(
    <I18nextProvider i18n={words}>
      <SavedNoteEditor noted={noted} steadyline={{ notes, mirror, callbacks }} />
    </I18nextProvider>,
  )
  const promised = async () => {
    const made = await callbacks.store.madeIn(call.id)
    return made.ok ? made.value.map(({ reason, person, state }) => [reason, person.number, state]) : made
  }
  const tags = async () => (await database.notes.get(call.id))?.handling?.outcome.tags
  const hasTag = async (tag: string) => {
    await database.notes.put(aNote('baresip:other', { handling: handled({ outcome: { ...blankOutcome, tags: [tag] } }) }))
  }
  return {
    screen,
    promised,
    tags,
    hasTag,
    stored: async () => (await database.notes.get(call.id))?.text,
    before: async () => versions(),
  }
}

async function edits(screen: Awaited<ReturnType<typeof reads>>['screen']) {
  await screen.getByRole('button', { name: 'Edit the note' }).click()
  const area = screen.getByRole('textbox', { name: 'Note' })
  await expect.element(area).toHaveFocus()
  return area
}

const versions = async () => (await database.noteEdits.toArray()).map(({ before }) => before.text)

test('a promise is ticked where it is read, counted, and open again by one press', async () => {
  const { screen, stored } = await reads('Wants a refund\n[ ] Send the invoice\n[x] Ask Ines')
  await expect.element(screen.getByText('1 promise open')).toBeVisible()
  const box = screen.getByRole('checkbox', { name: 'Send the invoice' })
  await screen.getByText('Send the invoice').click()
  await expect.element(screen.getByText('Every promise kept')).toBeVisible()
  await expect.poll(stored).toBe('Wants a refund\n[x] Send the invoice\n[x] Ask Ines')
  await expect.element(screen.getByText('Kept: Send the invoice')).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.element(box).not.toBeChecked()
  await expect.poll(stored).toBe('Wants a refund\n[ ] Send the invoice\n[x] Ask Ines')
})

test('a call is promised about an open line, ticks it, says how it stands, and is taken back with it', async () => {
  const { screen, stored, promised } = await reads('[ ] Send the invoice\n[x] Ask Ines')
  await screen.getByRole('button', { name: 'Promise a call: Send the invoice' }).click()
  expect(screen.getByRole('button', { name: 'Promise a call: Ask Ines' }).query()).toBeNull()
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
  await userEvent.keyboard('tomorrow 10:00{Enter}')
  await expect.element(screen.getByText(/^A call is promised for /)).toBeVisible()
  await expect.poll(stored).toBe('[x] Send the invoice\n[x] Ask Ines')
  expect(await promised()).toEqual([['Send the invoice', '+37255500142', 'pending']])
  await expect.element(screen.getByText(/^Call: in /)).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stored).toBe('[ ] Send the invoice\n[x] Ask Ines')
  await expect.poll(promised).toEqual([['Send the invoice', '+37255500142', 'cancelled']])
  await expect.element(screen.getByText(/^Call: in /)).not.toBeInTheDocument()
})

test('the form for a call about a line is left with Esc, and the note is as it was', async () => {
  const { screen, stored, promised } = await reads('[ ] Send the invoice')
  await screen.getByRole('button', { name: 'Promise a call: Send the invoice' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).not.toBeInTheDocument()
  expect([await stored(), await promised()]).toEqual(['[ ] Send the invoice', []])
})

test('two promises ticked at once are both kept, and are one change', async () => {
  const { screen, stored, before } = await reads('[ ] Send the invoice\n[ ] Ask Ines')
  const tick = (name: string) => (screen.getByRole('checkbox', { name }).element() as HTMLInputElement).click()
  await expect.element(screen.getByRole('button', { name: 'Edit the note' })).toBeVisible()
  tick('Send the invoice')
  tick('Ask Ines')
  await expect.poll(stored).toBe('[x] Send the invoice\n[x] Ask Ines')
  expect(await before()).toEqual(['[ ] Send the invoice\n[ ] Ask Ines'])
})

test('a record is changed at every pause, kept as it was before, and closed with Esc', async () => {
  const { screen, stored, before } = await reads('Order late')
  await edits(screen)
  await userEvent.keyboard('{Control>}{End}{/Control}, twice')
  await expect.poll(stored).toBe('Order late, twice')
  await userEvent.keyboard(' this year{Escape}')
  await expect.element(screen.getByRole('button', { name: '1 change' })).toBeVisible()
  expect([await stored(), await before()]).toEqual(['Order late, twice this year', ['Order late']])
})

test('tags are taken, given up and brought back with the version they belong to, and the words stay', async () => {
  const { screen, tags, before } = await reads('Order late #courier')
  await edits(screen)
  await screen.getByRole('button', { name: '#courier' }).click()
  await expect.poll(tags).toEqual(['courier'])
  await expect.element(screen.getByRole('button', { name: '#courier' })).toHaveAttribute('aria-pressed', 'true')
  await screen.getByRole('button', { name: 'Done' }).click()
  await expect.element(screen.getByText('#courier', { exact: true })).toBeVisible()
  await screen.getByRole('button', { name: '1 change' }).click()
  await expect.element(screen.getByRole('insertion')).toHaveTextContent('#courier')
  await screen.getByRole('button', { name: 'Bring back' }).click()
  await expect.poll(tags).toEqual([])
  expect(await before()).toEqual(['Order late #courier', 'Order late #courier'])
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(tags).toEqual(['courier'])
})

test('two tags pressed at once are both taken, as one change, and one that others have is offered', async () => {
  const { screen, tags, before, hasTag } = await reads('#late #courier')
  await hasTag('refund')
  await edits(screen)
  await expect.element(screen.getByRole('button', { name: '#refund' })).toBeVisible()
  for (const name of ['#late', '#courier']) (screen.getByRole('button', { name }).element() as HTMLElement).click()
  await expect.poll(tags).toEqual(['late', 'courier'])
  expect(await before()).toEqual(['#late #courier'])
})

test('an earlier version says what changed, comes back by one press, and goes again by another', async () => {
  const { screen, stored, before } = await reads('Refund by Friday')
  await (await edits(screen)).fill('Refund by Monday')
  await screen.getByRole('button', { name: 'Done' }).click()
  await screen.getByRole('button', { name: '1 change' }).click()
  await expect.element(screen.getByRole('deletion')).toHaveTextContent('Friday')
  await expect.element(screen.getByRole('insertion')).toHaveTextContent('Monday')
  await screen.getByRole('button', { name: 'Bring back' }).click()
  await expect.element(screen.getByRole('button', { name: '2 changes' })).toBeVisible()
  expect([await stored(), await before()]).toEqual(['Refund by Friday', ['Refund by Friday', 'Refund by Monday']])
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(stored).toBe('Refund by Monday')
})

test('a card number is masked as it is typed into a record, and a paste that is too long is refused', async () => {
  const { screen, stored } = await reads('Order late')
  const area = (await edits(screen)).element() as HTMLTextAreaElement
  await userEvent.keyboard('{Control>}{End}{/Control}, card 4111 1111 1111 1111.')
  await expect.poll(stored).toBe('Order late, card •••• 1111.')
  const data = 'a'.repeat(longestNote)
  const paste = new InputEvent('beforeinput', { bubbles: true, cancelable: true, inputType: 'insertFromPaste', data })
  expect(area.dispatchEvent(paste)).toBe(false)
  await expect.element(screen.getByText('27 characters too many for a note. Nothing was put in.')).toBeVisible()
  expect(area.value).toBe('Order late, card •••• 1111.')
})

test('a note that came in longer than an editor takes is made shorter, and never longer', async () => {
  const { screen, stored } = await reads('A line that was imported\n'.repeat(5000))
  await edits(screen)
  await userEvent.keyboard('{Control>}{End}{/Control}!')
  await expect.element(screen.getByText(/^25,001 characters too many/)).toBeVisible()
  await userEvent.keyboard('{Backspace}')
  await expect.poll(async () => (await stored())?.length).toBe(124_999)
})

test('a note that is still being written elsewhere is only read', async () => {
  const { screen } = await reads('[ ] Send the invoice', 'draft')
  await expect.element(screen.getByRole('checkbox', { name: 'Send the invoice' })).toHaveAttribute('aria-readonly', 'true')
  expect(screen.getByRole('button', { name: 'Edit the note' }).query()).toBeNull()
})

test('words typed just before the reader goes elsewhere are kept', async () => {
  const { screen, stored } = await reads('Order late')
  await (await edits(screen)).fill('Order found')
  await screen.unmount()
  await expect.poll(stored).toBe('Order found')
})

test.each([
  ['right to left', 'أرسل الفاتورة يوم الثلاثاء'],
  ['with emoji of several signs', 'Thanks 👩‍👩‍👧 🇪🇪 ok'],
  ['with combining characters', 'Sa\u0301lata, zu\u0308rich'],
])('a note %s is read and changed letter for letter', async (_, text) => {
  const { screen, stored } = await reads(text)
  await expect.element(screen.getByText(text)).toHaveAttribute('dir', 'auto')
  await edits(screen)
  await userEvent.keyboard('{Control>}{End}{/Control}.')
  await expect.poll(stored).toBe(`${text}.`)
})
