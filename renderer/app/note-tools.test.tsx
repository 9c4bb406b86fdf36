import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import { noteTemplate } from '../../shared/playbook/note-template.ts'
import { longestNote } from '../notes/autosave.ts'
import { fakePlaybook } from './fake-playbook.ts'
import { showApp } from './show-app.tsx'

const marta = { name: 'Marta Kask', number: '+37255500142' }
const answered: CallReport = { type: 'call.answered', dialer: 'baresip', ref: 'a', party: marta }
const ended: CallReport = { type: 'call.ended', dialer: 'baresip', ref: 'a', end: { by: 'far-end' } }

async function writes() {
  const shown = await showApp()
  shown.reports(answered)
  const note = shown.screen.getByRole('textbox', { name: 'Note' })
  await note.click()
  await expect.element(shown.screen.getByRole('button', { name: 'Phrases' })).toBeVisible()
  const area = note.element() as HTMLTextAreaElement
  return { ...shown, note, area }
}

test('a slash at the start of a word finds a phrase of the playbook, and Ctrl+Z takes it out again', async () => {
  const { screen, note } = await writes()
  await userEvent.keyboard('1/2 and /')
  await expect.element(screen.getByRole('searchbox', { name: 'Find a phrase' })).toHaveFocus()
  await userEvent.keyboard('went wrong')
  const [phrase = ''] = [screen.getByRole('menuitem').first().element().textContent]
  await userEvent.keyboard('{ArrowDown}{Enter}')
  await expect.element(note).toHaveValue(`1/2 and ${phrase}`)
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('{Control>}z{/Control}')
  await expect.element(note).toHaveValue('1/2 and /')
})

test('a phrase that is not wanted after all leaves the slash and the caret where they were', async () => {
  const { screen, note } = await writes()
  await userEvent.keyboard('a /')
  await expect.element(screen.getByRole('searchbox', { name: 'Find a phrase' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('b')
  await expect.element(note).toHaveValue('a /b')
})

test('a line becomes a promise by one key, is counted, and is only words again by the same key', async () => {
  const { screen, note } = await writes()
  await userEvent.keyboard('Late order{Enter}Send it{Control>}.{/Control} today')
  await expect.element(note).toHaveValue('Late order\n[ ] Send it today')
  await expect.element(screen.getByRole('button', { name: '1 promise' })).toBeVisible()
  await userEvent.keyboard('{Control>}.{/Control}!')
  await expect.element(note).toHaveValue('Late order\nSend it today!')
  await userEvent.keyboard('{Control>}zz{/Control}')
  await expect.element(note).toHaveValue('Late order\n[ ] Send it today')
})

test('a call is promised about the line at the caret by one key, and ticks that line', async () => {
  const { screen, note, steadyline } = await writes()
  expect(screen.getByRole('button', { name: 'Promise a call' }).query()).toBeNull()
  await userEvent.keyboard('[[ ] Send it{Enter}[[ ] Ask Ines{Enter}Late{ArrowUp}{ArrowUp}')
  await expect.element(screen.getByRole('button', { name: 'Promise a call' })).toBeVisible()
  await userEvent.keyboard('{Control>}{Shift>}.{/Shift}{/Control}')
  await expect.element(screen.getByRole('textbox', { name: 'Agreed day and time' })).toHaveFocus()
  await userEvent.keyboard('tomorrow 10:00{Enter}')
  await expect.element(note).toHaveValue('[x] Send it\n[ ] Ask Ines\nLate')
  const made = await steadyline.callbacks.store.madeIn('baresip:a')
  expect(made.ok && made.value.map(({ reason }) => reason)).toEqual(['Send it'])
})

test('an empty note may begin as the playbook has it for that ending, and never loses a word to it', async () => {
  const { screen, note, reports } = await writes()
  reports(ended)
  await userEvent.keyboard('{Escape}2')
  const disposition = fakePlaybook.dispositions[1] ?? { id: '', label: '' }
  const template = noteTemplate(disposition, {}, fakePlaybook.fallbacks)
  await screen.getByRole('button', { name: 'Begin with' }).click()
  await expect.element(note).toHaveValue(template)
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.element(note).toHaveValue('')
  await screen.getByRole('button', { name: 'Begin with' }).click()
  await userEvent.keyboard('a lost parcel')
  await expect.element(note).toHaveValue(template.replace(' \n', ' a lost parcel\n'))
  expect(screen.getByRole('button', { name: /^(Undo|Begin with)$/ }).query()).toBeNull()
})

test('a word marked in the note is offered as a tag of the call', async () => {
  const { screen, reports, saved } = await writes()
  await userEvent.keyboard('#courier late')
  reports(ended)
  await userEvent.keyboard('{Escape}1')
  await screen.getByRole('button', { name: '#courier' }).click()
  await expect.element(screen.getByRole('button', { name: '#courier' })).toHaveAttribute('aria-pressed', 'true')
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect.poll(() => saved.at(-1)?.handling?.outcome.tags).toEqual(['courier'])
})

test('of a card of 19 digits that begins with one of 16 only the last four stay in the note', async () => {
  const { note } = await writes()
  await userEvent.keyboard('Card 4111111111111111003, in full')
  await expect.element(note).toHaveValue('Card •••• 1003, in full')
})

test('a card number is masked with its last digit, and the caret goes on behind it', async () => {
  const { note, area } = await writes()
  await userEvent.keyboard('Card 4111 1111 1111 1111, in full; 12 boxes')
  await expect.element(note).toHaveValue('Card •••• 1111, in full; 12 boxes')
  area.setSelectionRange(0, 0)
  await userEvent.keyboard('Her ')
  await expect.element(note).toHaveValue('Her Card •••• 1111, in full; 12 boxes')
  expect(area.selectionStart).toBe(4)
})

test('a card whose first sixteen digits pass for one is masked to its nineteenth, typed in groups', async () => {
  const { note, area } = await writes()
  await userEvent.keyboard('Card 4111 1111 1111 1111 037')
  await expect.element(note).toHaveValue('Card •••• 1037')
  expect(area.selectionStart).toBe('Card •••• 1037'.length)
  await userEvent.keyboard(' tel. 0151 2345678')
  await expect.element(note).toHaveValue('Card •••• 1037 tel. 0151 2345678')
})

test('a long number that is no card stays whole while what follows is written', async () => {
  const { note } = await writes()
  const tracked = 'Parcel 99994111111111111111, '
  const words = 'left '.repeat(50)
  await note.fill(tracked + words.slice(0, 150))
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await userEvent.keyboard(words.slice(150, 220))
  await expect.element(note).toHaveValue(tracked + words.slice(0, 220))
})

test('a paste of a megabyte is refused in words, and what was there stays, is saved and is typed on', async () => {
  const { screen, note, saved } = await writes()
  await userEvent.keyboard('Order')
  await copies('A line of what she wrote\n'.repeat(40_000))
  await userEvent.paste()
  await expect.element(screen.getByText('900,005 characters too many for a note. Nothing was put in.')).toBeVisible()
  await expect.element(note).toHaveValue('Order')
  await userEvent.keyboard(' late')
  await expect.element(screen.getByText(/too many for a note/)).not.toBeInTheDocument()
  await expect.poll(() => saved.at(-1)?.text).toBe('Order late')
})

test('a paste that just fits is taken, the room left is told, and the last of it can be written', async () => {
  const { screen, area } = await writes()
  await copies('A line of what she wrote!\n'.repeat(longestNote).slice(0, longestNote - 2))
  await userEvent.paste()
  await expect.element(screen.getByText('Room for 2 more characters.')).toBeVisible()
  await userEvent.keyboard('ab')
  await expect.element(screen.getByText('Room for 0 more characters.')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('One character too many for a note. Nothing was put in.')).toBeVisible()
  expect([area.value.length, area.value.slice(-2)]).toEqual([longestNote, 'ab'])
})

test.each([
  ['right to left', 'أرسل الفاتورة يوم الثلاثاء', 'rtl'],
  ['with emoji of several signs', 'Thanks 👩‍👩‍👧 🇪🇪 ok', 'ltr'],
  ['with combining characters', 'Sa\u0301lata, zu\u0308rich', 'ltr'],
])('a note %s is pasted, typed on and kept letter for letter', async (_, text, direction) => {
  const { note, area, saved } = await writes()
  await copies(text)
  await userEvent.paste()
  await userEvent.keyboard(' 4111 1111 1111 1111.')
  await expect.element(note).toHaveValue(`${text} •••• 1111.`)
  expect(getComputedStyle(area).direction).toBe(direction)
  await expect.poll(() => saved.at(-1)?.text).toBe(`${text} •••• 1111.`)
})

async function copies(text: string): Promise<void> {
  const give = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
  }
  document.addEventListener('copy', give, { once: true })
  await userEvent.copy()
}
