import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { builtInEntry, entryOf, fakePlaybookFiles, oursText } from './fake-playbook-files.ts'
import type { Answers } from './fake-steadyline.ts'
import { showApp } from './show-app.tsx'

const ours = entryOf('ours.yaml', oursText)
const broken = { ...ours, errors: entryOf('ours.yaml', `${oursText}name: Again`).errors }

test('the library says which playbook is used for calls, and another can take its place', async () => {
  const { row, asked } = await library()
  await expect.element(row('Difficult clients')).toHaveTextContent('Used for calls')
  await row('Ours').getByRole('button', { name: 'Use for calls' }).click()
  expect(asked).toContainEqual({ channel: 'settings.change', payload: { playbook: 'ours' } })
})

test('a playbook chosen for calls that cannot be found is said, with the one that takes its place', async () => {
  const { screen } = await library({ settings: { ...defaultSettings, playbook: 'gone' } })
  await expect
    .element(screen.getByText('The playbook chosen for calls cannot be read. “Difficult clients” is used instead.'))
    .toBeVisible()
})

test('a file broken on the disk is shown with the place of its error, and the last good version stays in use', async () => {
  const { row, mirror } = await library()
  mirror.set({ ...mirror.get(), playbooks: [builtInEntry, broken] })
  await expect.element(row('Ours')).toHaveTextContent('13:1Error“name” is here twice.')
  await expect.element(row('Ours')).toHaveTextContent('The last version that could be read stays in use.')
  mirror.set({ ...mirror.get(), playbooks: [builtInEntry, ours] })
  await expect.element(row('Ours')).not.toHaveTextContent('Error')
})

test('an imported file is sent as it is', async () => {
  const { screen, asked } = await library({ answers: { 'playbook.import': () => ({ ok: true, value: ours }) } })
  await pick(new File([`# from Jo\n${oursText}`], 'from-jo.yaml'))
  await expect.element(screen.getByText('Imported “Ours”.')).toBeVisible()
  expect(asked).toContainEqual({ channel: 'playbook.import', payload: { text: `# from Jo\n${oursText}` } })
})

test('a file that cannot be read as a playbook is refused in words, with line and column', async () => {
  const { screen } = await library({
    answers: { 'playbook.import': () => ({ ok: false, failure: { kind: 'playbook.notUnderstood', errors: broken.errors } }) },
  })
  await pick(new File(['id: ['], 'from-jo.yaml'))
  const alert = screen.getByRole('alert')
  await expect.element(alert).toHaveTextContent('“from-jo.yaml” was not imported.')
  await expect.element(alert).toHaveTextContent('13:1Error“name” is here twice.')
})

test.each([
  ['is larger than a playbook may be', 'x'.repeat(1024 * 1024 + 1), 'Larger than a playbook may be: 1 MB at most.'],
  ['is saved in another encoding', new Uint8Array([0x66, 0xfc, 0x72]), 'Not saved as UTF-8. Save it as UTF-8.'],
  ['is saved as UTF-16', new Uint8Array([0xff, 0xfe, 0x69, 0x00, 0xfc]), 'Saved as UTF-16. Save it as UTF-8.'],
])('a file that %s is not even sent', async (_what, content, said) => {
  const { screen, asked } = await library()
  await pick(new File([content], 'big.yaml'))
  await expect.element(screen.getByRole('alert')).toHaveTextContent(said)
  expect(asked.map(({ channel }) => channel)).not.toContain('playbook.import')
})

test('a file whose playbook is already here becomes a copy, or takes its place', async () => {
  const { screen, asked } = await library({
    answers: {
      'playbook.import': () => ({ ok: false, failure: { kind: 'playbook.idTaken', id: 'ours', file: 'ours.yaml' } }),
      'playbook.importCopy': () => ({ ok: true, value: entryOf('ours-2.yaml', oursText.replace('Ours', 'Ours 2')) }),
    },
  })
  await pick(new File([oursText], 'ours.yaml'))
  await expect.element(screen.getByRole('button', { name: 'Replace “Ours”' })).toBeVisible()
  await screen.getByRole('button', { name: 'Add as a copy' }).click()
  await expect.element(screen.getByText('Imported “Ours 2”.')).toBeVisible()
  expect(asked).toContainEqual({ channel: 'playbook.importCopy', payload: { text: oursText } })
})

test('a removed playbook can be brought back', async () => {
  const { screen, row, asked } = await library({
    answers: {
      'playbook.remove': () => ({ ok: true, value: oursText }),
      'playbook.import': () => ({ ok: true, value: ours }),
    },
  })
  await row('Ours').getByRole('button', { name: 'Remove' }).click()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.element(screen.getByText('Imported “Ours”.')).toBeVisible()
  expect(asked.slice(-2)).toEqual([
    { channel: 'playbook.remove', payload: { file: 'ours.yaml' } },
    { channel: 'playbook.import', payload: { text: oursText } },
  ])
})

test('a broken playbook is removed only after a question, because Undo could not bring it back', async () => {
  const { screen, row, mirror, asked } = await library({ answers: { 'playbook.remove': () => ({ ok: true, value: 'id: [' }) } })
  mirror.set({ ...mirror.get(), playbooks: [builtInEntry, broken] })
  await row('Ours').getByRole('button', { name: 'Remove' }).click()
  await screen.getByRole('button', { name: 'Keep it' }).click()
  expect(asked).toEqual([])
  await row('Ours').getByRole('button', { name: 'Remove' }).click()
  await screen.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click()
  await expect.element(screen.getByText('Removed “Ours”.')).toBeVisible()
})

test('an exported playbook is the text of its author under the name of its id', async () => {
  const { row } = await library()
  const downloaded = nextDownload()
  await row('Ours').getByRole('button', { name: 'Export' }).click()
  expect(await downloaded).toEqual({ name: 'ours.yaml', text: oursText })
})

test('a built-in playbook cannot be removed', async () => {
  const { row } = await library()
  await expect.element(row('Difficult clients').getByRole('button', { name: 'Duplicate' })).toBeVisible()
  expect(row('Difficult clients').getByRole('button', { name: 'Remove' }).query()).toBeNull()
})

test('during a call the library opens only when asked for, and leads back to the call', async () => {
  const { screen, reports } = await showApp({ mirror: { playbooks: [builtInEntry, ours] } })
  const call = { dialer: 'baresip', ref: 'a', party: { name: 'Marta Kask', number: '' } } as const
  reports({ type: 'call.ringing', ...call, direction: 'incoming' })
  reports({ type: 'call.answered', ...call })
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  await userEvent.keyboard('{Escape},')
  await screen.getByRole('button', { name: 'All playbooks' }).click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Playbooks' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
})

interface Start {
  readonly answers?: Answers
  readonly settings?: Settings
}

async function library({ answers = {}, settings = defaultSettings }: Start = {}) {
  const shown = await showApp({
    mirror: { playbooks: [builtInEntry, ours], settings },
    answers: { ...fakePlaybookFiles(new Map([['ours.yaml', oursText]])), ...answers },
  })
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}l')
  await expect.element(shown.screen.getByRole('heading', { level: 1, name: 'Playbooks' })).toBeVisible()
  return { ...shown, row: (name: string) => shown.screen.getByRole('article', { name }) }
}

async function pick(file: File): Promise<void> {
  await userEvent.upload(page.getByLabelText('Import a file').first(), file)
}

/** What the next click on a download link would put on the disk. */
function nextDownload(): Promise<{ readonly name: string; readonly text: string }> {
  return new Promise((resolve) => {
    const click = HTMLAnchorElement.prototype.click
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click
      void fetch(this.href).then(async (blob) => resolve({ name: this.download, text: await blob.text() }))
    }
  })
}
