import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { builtInEntry, entryOf, fakePlaybookFiles, oursText } from './fake-playbook-files.ts'
import type { Answers } from './fake-steadyline.ts'
import { showApp } from './show-app.tsx'

test('the preview follows every keystroke as the agent will see it', async () => {
  const { screen, text } = await editing()
  await expect.element(screen.getByText('Good day.', { exact: true }).last()).toBeInTheDocument()
  await text.fill(oursText.replace('Good day.', 'Good morning.'))
  await screen.getByText('Preview', { exact: true }).click()
  await expect.element(screen.getByText('Good morning.', { exact: true }).last()).toBeVisible()
  await screen.getByRole('button', { name: 'Next step' }).click()
  await expect.element(screen.getByRole('heading', { name: 'Close', exact: true })).toBeVisible()
  await expect.element(screen.getByText('Please stop.', { exact: true })).toBeVisible()
  await userEvent.keyboard('{Escape}1')
  await expect.element(screen.getByText('Be kind.', { exact: false }).last()).toBeVisible()
})

test('while the text cannot be read the place of the error leads into it, and the preview stays', async () => {
  const { screen, text } = await editing()
  await text.fill(`${oursText}${'# a note\n'.repeat(201)}mood: {`)
  const problem = screen.getByRole('button', { name: /^214:\d+ Error Not valid YAML/ })
  await problem.click()
  await expect.element(text).toHaveFocus()
  const area = text.element()
  if (!(area instanceof HTMLTextAreaElement)) throw new Error('the text is no text area')
  expect(area.value.slice(0, area.selectionStart).split('\n').length).toBe(214)
  expect(area.scrollTop).toBeGreaterThan(0)
  await expect.element(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await screen.getByText('Preview', { exact: true }).click()
  await expect.element(screen.getByText('The last version of this text that could be read.')).toBeVisible()
})

test('a file that was broken elsewhere opens with its own text beside the last version that could be read', async () => {
  const brokenText = `${oursText}name: Again`
  const { screen, mirror } = await library(brokenText)
  const errors = entryOf('ours.yaml', brokenText).errors
  mirror.set({ ...mirror.get(), playbooks: [builtInEntry, { ...entryOf('ours.yaml', oursText), errors }] })
  await screen.getByRole('article', { name: 'Ours' }).getByRole('button', { name: 'Edit' }).click()
  await expect.element(screen.getByRole('textbox')).toHaveValue(brokenText)
  await expect.element(screen.getByRole('button', { name: /^13:1 Error “name” is here twice/ })).toBeVisible()
  await screen.getByText('Preview', { exact: true }).click()
  await expect.element(screen.getByText('Good day.', { exact: true }).last()).toBeVisible()
})

test('Ctrl+S saves while typing, and the file has the text', async () => {
  const { screen, text, files } = await editing()
  await text.fill(oursText.replace('Good day.', 'Good morning.'))
  await expect.element(screen.getByText('Not saved yet. The draft is kept on this computer.')).toBeVisible()
  await userEvent.keyboard('{Control>}s{/Control}')
  await expect.element(screen.getByText('Saved.')).toBeVisible()
  expect(files.get('ours.yaml')).toBe(oursText.replace('Good day.', 'Good morning.'))
})

test('a file with the line breaks of another system keeps them', async () => {
  const { screen, text, files } = await editing(oursText.replaceAll('\n', '\r\n'))
  await text.fill(oursText.replace('Good day.', 'Good morning.'))
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect.element(screen.getByText('Saved.')).toBeVisible()
  expect(files.get('ours.yaml')).toBe(oursText.replace('Good day.', 'Good morning.').replaceAll('\n', '\r\n'))
})

test('unsaved changes are asked about before they are left, and a draft is found again', async () => {
  const { screen, text } = await editing()
  await text.fill(`${oursText}# mine`)
  await userEvent.keyboard('{Escape}{Escape}')
  await expect.element(screen.getByRole('alertdialog', { name: 'What you changed is not saved.' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('alertdialog')).not.toBeInTheDocument()
  await screen.getByRole('button', { name: 'Back' }).click()
  await screen.getByRole('button', { name: 'Keep the draft' }).click()
  await expect.element(screen.getByRole('article', { name: 'Ours' })).toHaveTextContent('Unsaved draft')
  await screen.getByRole('article', { name: 'Ours' }).getByRole('button', { name: 'Edit' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Text of Ours' })).toHaveValue(`${oursText}# mine`)
})

test('changes that are given up are gone', async () => {
  const { screen, text, files } = await editing()
  await text.fill(`${oursText}# mine`)
  await screen.getByRole('button', { name: 'Back' }).click()
  await screen.getByRole('button', { name: 'Discard it' }).click()
  await screen.getByRole('article', { name: 'Ours' }).getByRole('button', { name: 'Edit' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Text of Ours' })).toHaveValue(oursText)
  expect(files.get('ours.yaml')).toBe(oursText)
})

test('a file that a colleague changes is shown at once where nothing was typed', async () => {
  const { text, changesOnDisk } = await editing()
  changesOnDisk(oursText.replace('Good day.', 'Good evening.'))
  await expect.element(text).toHaveValue(oursText.replace('Good day.', 'Good evening.'))
})

test('a file that a colleague changes takes nothing from what was typed', async () => {
  const { screen, text, files, changesOnDisk } = await editing()
  await text.fill(`${oursText}# mine`)
  changesOnDisk(`${oursText}# theirs`)
  await expect.element(screen.getByText('Somebody changed this file while you were writing.')).toBeVisible()
  await expect.element(text).toHaveValue(`${oursText}# mine`)
  await expect.element(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
  await screen.getByRole('button', { name: 'Keep mine' }).click()
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect.element(screen.getByText('Saved.')).toBeVisible()
  expect(files.get('ours.yaml')).toBe(`${oursText}# mine`)
})

test('a file that somebody takes away while it is edited can be added again with what was typed', async () => {
  const { screen, text, mirror, asked, changesOnDisk } = await editing(oursText, {
    'playbook.import': ({ text }) => ({ ok: true, value: entryOf('ours.yaml', text) }),
  })
  await text.fill(`${oursText}# mine`)
  mirror.set({ ...mirror.get(), playbooks: [builtInEntry] })
  await screen.getByRole('button', { name: 'Add it again' }).click()
  expect(asked).toContainEqual({ channel: 'playbook.import', payload: { text: `${oursText}# mine` } })
  changesOnDisk(`${oursText}# mine`)
  await expect.element(screen.getByRole('textbox')).toHaveValue(`${oursText}# mine`)
})

test('a call that comes in is shown over the editor, and the draft waits behind it', async () => {
  const { screen, text, reports } = await editing()
  await text.fill(`${oursText}# mine`)
  const call = { dialer: 'baresip', ref: 'a' } as const
  reports({ type: 'call.ringing', ...call, direction: 'incoming', party: { name: 'Marta Kask', number: '' } })
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  reports({ type: 'call.ended', ...call, end: { by: 'far-end' } })
  await expect.element(screen.getByRole('textbox', { name: 'Text of Ours' })).toHaveValue(`${oursText}# mine`)
})

test('a built-in playbook can be read and not changed', async () => {
  const { screen, asked } = await library(oursText)
  await screen.getByRole('article', { name: 'Difficult clients' }).getByRole('button', { name: 'Look' }).click()
  await expect.element(screen.getByRole('textbox')).toHaveAttribute('readonly')
  await screen.getByRole('button', { name: 'Duplicate to edit' }).click()
  expect(asked).toContainEqual({ channel: 'playbook.duplicate', payload: { file: 'built-in/difficult-clients.yaml' } })
})

test('where there is room the text and its preview stand side by side', async () => {
  await page.viewport(1000, 860)
  const { screen, text } = await editing()
  await expect.element(text).toBeVisible()
  await expect.element(screen.getByRole('region', { name: 'Preview' })).toBeVisible()
  await page.viewport(400, 860)
  await expect.element(screen.getByRole('region', { name: 'Preview' })).not.toBeInTheDocument()
})

async function library(text: string, more: Answers = {}) {
  const files = new Map([
    ['ours.yaml', text],
    [builtInEntry.file, oursText.replaceAll('ours', 'difficult-clients')],
  ])
  const shown = await showApp({
    mirror: { playbooks: [builtInEntry, entryOf('ours.yaml', text)] },
    answers: { ...fakePlaybookFiles(files), ...more },
  })
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}l')
  await expect.element(shown.screen.getByRole('heading', { level: 1, name: 'Playbooks' })).toBeVisible()
  return { ...shown, files }
}

async function editing(inFile = oursText, answers: Answers = {}) {
  const shown = await library(inFile, answers)
  const { screen, mirror, files } = shown
  await screen.getByRole('article', { name: 'Ours' }).getByRole('button', { name: 'Edit' }).click()
  const text = screen.getByRole('textbox', { name: 'Text of Ours' })
  await expect.element(text).toHaveFocus()
  return {
    ...shown,
    text,
    /** As the companion tells it. */
    changesOnDisk(changed: string) {
      files.set('ours.yaml', changed)
      mirror.set({ ...mirror.get(), playbooks: [builtInEntry, entryOf('ours.yaml', changed)] })
    },
  }
}
