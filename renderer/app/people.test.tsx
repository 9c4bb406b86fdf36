import { expect, test } from 'vitest'
import { type Locator, userEvent } from 'vitest/browser'
import { success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { showApp } from './show-app.tsx'

const ana: Colleague = { id: 'book.ana.sild', name: 'Ana Sild', role: 'expert', topics: ['refunds'], number: '101' }
const rein: Colleague = { id: 'book.rein.mets', name: 'Rein Mets', role: 'manager', topics: [], number: '103' }

/** The directory open in a window whose companion keeps what it is given. */
async function openPeople(directory: readonly Colleague[] = []) {
  const shown = await showApp({
    mirror: { settings: { ...defaultSettings, directory: [...directory] } },
    answers: {
      'settings.change': (change) => {
        const settings = { ...shown.mirror.get().settings, ...change } as typeof before
        shown.mirror.set({ ...shown.mirror.get(), settings })
        return success(settings)
      },
    },
  })
  const before = shown.mirror.get().settings
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape},')
  await shown.screen.getByRole('button', { name: 'Team, colleagues and hub' }).click()
  await shown.screen.getByRole('button', { name: directory.length === 0 ? 'Add colleagues' : /^\d+ colleagues?$/ }).click()
  await expect.element(shown.screen.getByRole('heading', { level: 1, name: 'Colleagues' })).toBeVisible()
  return { ...shown, kept: () => shown.mirror.get().settings.directory }
}

async function pick(screen: { getByRole: Locator['getByRole'] }, file: File) {
  await expect.element(screen.getByRole('button', { name: 'Import a file' })).toBeVisible()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('there is nothing to pick a file with')
  const files = new DataTransfer()
  files.items.add(file)
  input.files = files.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

test('an agent adds a colleague by keys alone', async () => {
  const { screen, kept } = await openPeople()
  await userEvent.keyboard('a')
  await expect.element(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  await userEvent.keyboard('Liis Põld{Tab}+372 555 0142{Tab}{Tab}carriers, customs{Enter}')
  await expect
    .poll(kept)
    .toEqual([
      { id: 'book.liis.pold', name: 'Liis Põld', role: 'expert', topics: ['carriers', 'customs'], number: '+372 555 0142' },
    ])
  await expect.element(screen.getByText('Added Liis Põld.')).toBeVisible()
})

test('a number nobody can dial is refused before it is kept', async () => {
  const { screen, kept } = await openPeople([ana])
  await screen.getByRole('button', { name: 'Edit' }).click()
  await screen.getByRole('textbox', { name: 'Number' }).fill('ask Ana')
  await expect.element(screen.getByText('Digits or a sip: address, such as +372 555 0142.')).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await screen.getByRole('textbox', { name: 'Number' }).fill('sip:ana@pbx.example')
  await userEvent.keyboard('{Enter}')
  await expect.poll(kept).toEqual([{ ...ana, number: 'sip:ana@pbx.example' }])
})

test('a colleague who was removed comes back with Undo', async () => {
  const { screen, kept } = await openPeople([ana, rein])
  await screen.getByRole('article', { name: 'Ana Sild' }).getByRole('button', { name: 'Remove' }).click()
  await expect.poll(kept).toEqual([rein])
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(kept).toEqual([ana, rein])
})

test('a table is shown before it is taken: who comes, which columns, and which lines say nobody', async () => {
  const { screen, kept } = await openPeople([ana])
  const table = 'Name;Phone;Title\nAna Sild;101;Team lead\nLiis Põld;+372 555;Specialist\n;102;\n<b>Jaan</b>;call me;\n'
  await pick(screen, new File([table], 'people.csv'))
  await expect.element(screen.getByText('1 new · 1 changed · 0 as before')).toBeVisible()
  await expect.element(screen.getByText('2 lines are left out')).toBeVisible()
  await expect.element(screen.getByText('Line 4: no name.')).toBeVisible()
  await expect.element(screen.getByText('Line 5: “call me” is not a number to dial.')).toBeVisible()
  expect(kept()).toEqual([ana])
  await screen.getByRole('button', { name: 'Take 2 colleagues' }).click()
  await expect.poll(kept).toEqual([
    { ...ana, role: 'manager' },
    { id: 'book.liis.pold', name: 'Liis Põld', role: 'expert', topics: [], number: '+372 555' },
  ])
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(kept).toEqual([ana])
})

test('an agent says which column is which when the file does not', async () => {
  const { screen, kept } = await openPeople()
  await pick(screen, new File(['7001,Liis Põld\n7002,Jaan Tamm\n'], 'numbers.txt'))
  await expect.element(screen.getByRole('button', { name: /^Column 1/ })).toBeVisible()
  await choose(screen, 'Name', 'Column 2')
  await choose(screen, 'Number', 'Column 1')
  await screen.getByRole('button', { name: 'Take 2 colleagues' }).click()
  await expect
    .poll(() => kept().map(({ name, number }) => [name, number]))
    .toEqual([
      ['Liis Põld', '7001'],
      ['Jaan Tamm', '7002'],
    ])
})

test('cards of an address book are taken, hostile ones as plain text', async () => {
  const { screen, kept } = await openPeople()
  const card = (name: string) => `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\nTEL:101\nEND:VCARD\n`
  await pick(screen, new File([card('Ana Sild'), card('<img src=x onerror=alert(1)>')], 'people.vcf'))
  await expect.element(screen.getByText('<img src=x onerror=alert(1)>')).toBeVisible()
  expect(document.querySelector('main img')).toBeNull()
  await screen.getByRole('button', { name: 'Take 2 colleagues' }).click()
  await expect.poll(() => kept().map(({ name }) => name)).toEqual(['Ana Sild', '<img src=x onerror=alert(1)>'])
})

test.each([
  ['large', new File([new Uint8Array(6 * 1024 * 1024)], 'big.csv'), '“big.csv” is larger than 5 MB.'],
  ['empty', new File([], 'none.csv'), '“none.csv” has nobody in it.'],
])('a file that is too %s is refused with its name', async (_, file, said) => {
  const { screen } = await openPeople()
  await pick(screen, file)
  await expect.element(screen.getByRole('alert')).toHaveTextContent(said)
})

test('2,000 people are taken at once, and one of them is found by their number', async () => {
  const { screen, kept } = await openPeople()
  const lines = Array.from({ length: 2000 }, (_, index) => `Person ${index},+37255${String(index).padStart(5, '0')}\n`)
  await pick(screen, new File(['Name,Number\n', ...lines], 'all.csv'))
  await screen.getByRole('button', { name: 'Take 2000 colleagues' }).click()
  await expect.poll(() => kept().length).toBe(2000)
  await expect.element(screen.getByText('100 of 2000 colleagues. Search for the others.')).toBeVisible()
  await screen.getByRole('searchbox', { name: 'Search colleagues' }).fill('5501234')
  await expect.element(screen.getByRole('article', { name: 'Person 1234' })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: /^Add/ })).toBeDisabled()
})

async function choose(screen: { getByRole: Locator['getByRole'] }, part: string, column: string) {
  await screen.getByRole('button', { name: new RegExp(`${part}$`) }).click()
  await screen.getByRole('option', { name: column }).click()
}
