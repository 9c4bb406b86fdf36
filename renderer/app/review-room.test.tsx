import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { Handling } from '../../shared/notes/note.ts'
import { sampleCall, sampleNote } from '../review/sample-calls.ts'
import type { Storage } from '../storage/storage.ts'
import { promisedTo } from './fake-agenda.ts'
import { filledStorage } from './filled-storage.ts'
import { type Shown, showApp } from './show-app.tsx'

const hour = 60 * 60 * 1000
const noon = new Date().setHours(0, 0, 0, 0) + 60_000

const handling: Handling = {
  ...{ playbook: { id: 'ours', version: '1' }, kind: null, triggers: [], steps: {}, partingApprovedBy: null },
  ladder: [{ rung: 'calm', at: noon + 1, said: 'I want to help.' }],
  outcome: { ...blankOutcome, hardness: 4 },
}
const history = [
  { call: sampleCall('a', noon), note: sampleNote('a', { text: 'Order late, wants a refund', handling }) },
  { call: sampleCall('b', noon + 1000, { party: { name: 'Oskar Lepp', number: '+15550101' } }), note: null },
  {
    call: sampleCall('c', noon + 2000, { party: { name: 'Helen Saar', number: '+15550102' } }),
    note: sampleNote('c', { text: 'Called to thank' }),
  },
  { call: sampleCall('old', noon - 30 * hour), note: sampleNote('old', { text: 'The day before' }) },
]

async function review(store: Storage, start: Shown = {}, size: readonly [number, number] = [1120, 760]) {
  await page.viewport(...size)
  const shown = await showApp({ history, store, ...start })
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}r')
  await expect.element(shown.screen.getByRole('heading', { name: 'Today' })).toBeVisible()
  return shown
}

const rowsOf = (name: string) => page.getByRole('list', { name }).getByRole('button')

test('today begins with what is unfinished and what nobody was told of, then the calls in their order', async () => {
  const store = await filledStorage({ history })
  await review(store)
  await expect.poll(() => rowsOf('Calls of the day').elements().length).toBe(3)
  await expect.element(rowsOf('Waiting for a wrap-up')).toHaveTextContent('Oskar Lepp')
  await expect.element(rowsOf('Incidents to report')).toHaveTextContent('Marta Kask')
  await expect.element(page.getByText('3 calls · 1 hard · no promise was due')).toBeVisible()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.poll(() => page.getByRole('list', { name: 'Calls of the day' }).query()?.textContent ?? '').not.toContain('Oskar')
  await userEvent.keyboard('t')
  await expect.poll(() => rowsOf('Calls of the day').elements().length).toBe(3)
})

test('beside the callbacks stands how many are open', async () => {
  const store = await filledStorage({ history })
  const open = [promisedTo('Ants', hour), promisedTo('Birgit', -hour), promisedTo('Carl', -hour, { state: 'kept' })]
  await review(store, { callbacks: open })
  await expect.element(page.getByRole('button', { name: /^Callbacks/ })).toHaveTextContent(/2$/)
  await expect.element(page.getByRole('button', { name: 'Callbacks 2 promised calls' })).toBeVisible()
})

test('the agent finishes a wrap-up that was left open, by keys', async () => {
  const store = await filledStorage({ history })
  await review(store)
  await expect.element(rowsOf('Waiting for a wrap-up')).toBeVisible()
  await userEvent.keyboard('j{Enter}')
  await expect.element(page.getByRole('textbox', { name: 'Note' })).toBeVisible()
  await userEvent.keyboard('1')
  await expect.element(page.getByRole('radio', { name: 'Resolved' })).toBeChecked()
  await page.getByRole('radio', { name: '2', exact: true }).click({ force: true })
  await page.getByRole('textbox', { name: 'Note' }).fill('Wanted his invoice')
  await page.getByRole('button', { name: 'Save the note' }).click()
  await expect.element(page.getByText('Wrapped up.')).toBeVisible()
  await expect.poll(() => page.getByRole('list', { name: 'Waiting for a wrap-up' }).query()).toBeNull()
  const kept = await store.run(({ notes }) => notes.get('b'))
  expect(kept.ok && kept.value).toMatchObject({
    text: 'Wanted his invoice',
    state: 'saved',
    handling: { outcome: { hardness: 2 } },
  })
})

test('an incident is marked as reported, and the mark is taken back', async () => {
  const store = await filledStorage({ history })
  await review(store)
  await rowsOf('Incidents to report').click()
  await page.getByRole('textbox', { name: 'Told to' }).fill('Jaan Tamm')
  await page.getByRole('button', { name: 'Mark as reported' }).click()
  await expect.element(page.getByText(/^Reported to Jaan Tamm at/)).toBeVisible()
  await expect.poll(() => page.getByRole('list', { name: 'Incidents to report' }).query()).toBeNull()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(rowsOf('Incidents to report')).toBeVisible()
})

test('a call is linked with another one, read from there, and unlinked with an undo', async () => {
  const store = await filledStorage({ history })
  await review(store)
  await rowsOf('Calls of the day').last().click()
  await page.getByRole('button', { name: 'Link a call' }).click()
  await page
    .getByRole('list', { name: 'Calls to link' })
    .getByRole('button', { name: /wants a refund/ })
    .click()
  await expect.element(page.getByText('Linked with the call of Marta Kask.')).toBeVisible()
  await page
    .getByRole('list', { name: 'Linked calls' })
    .getByRole('button', { name: /Marta Kask/ })
    .click()
  await expect.element(page.getByRole('list', { name: 'Linked calls' })).toHaveTextContent('Helen Saar')
  await page.getByRole('button', { name: 'Unlink' }).click()
  await expect.element(page.getByText('No other call yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByRole('list', { name: 'Linked calls' })).toHaveTextContent('Helen Saar')
  const links = await store.run(({ notes }) => notes.bulkGet(['a', 'c']))
  expect(links.ok && links.value.map((note) => note?.links)).toEqual([['c'], ['a']])
})

test('what was learnt is written down, read again in one place, and taken back', async () => {
  const store = await filledStorage({ history })
  await review(store)
  await rowsOf('Calls of the day').first().click()
  await page.getByRole('button', { name: 'Mark what you learnt' }).click()
  await userEvent.keyboard('Name the date first{Control>}{Enter}{/Control}')
  await expect.element(page.getByText('Marked as a learning.')).toBeVisible()
  await page.getByRole('button', { name: /^Notes/ }).click()
  await page.getByRole('radio', { name: 'Learnings' }).click({ force: true })
  await expect.element(rowsOf('Learnings')).toHaveTextContent('Name the date first')
  await rowsOf('Learnings').click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect.element(page.getByText('Nothing marked yet.')).toBeVisible()
})

test('notes are found by words, with the time it took, and the focus comes back to the row that was read', async () => {
  const store = await filledStorage({ history })
  await review(store, {}, [400, 760])
  await userEvent.keyboard('/refund')
  await expect.element(page.getByText('newest first · 2 ms')).toBeVisible()
  await expect.element(rowsOf('Recent calls')).toHaveTextContent('Marta Kask')
  await rowsOf('Recent calls').click()
  await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  await userEvent.keyboard('{Escape}')
  await expect.element(rowsOf('Recent calls')).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => page.getByRole('navigation', { name: 'Where to look' }).query()).toBeNull()
})

test('a supervisor gets what was said would be in the file, and nothing that is private', async () => {
  const learnt = { ...history[0], note: sampleNote('a', { text: 'Order late', handling, learning: 'Breathe first' }) }
  const store = await filledStorage({ history: [learnt, ...history.slice(1)] as typeof history })
  await review(store)
  await userEvent.keyboard('x')
  const dialog = page.getByRole('dialog')
  await expect.element(dialog).toHaveTextContent('3 calls, with their numbers')
  await expect.element(dialog).toHaveTextContent('your breaks and what you learnt')
  const saved = savedBlob()
  await dialog.getByRole('button', { name: 'Save as a page' }).click()
  const html = await saved
  expect(html).toContain("default-src 'none'")
  expect(html).toContain('Order late')
  expect(html).not.toContain('Breathe first')
  expect(html).not.toContain('<script')
})

/** The text of the next file that is handed over, instead of a download. */
function savedBlob(): Promise<string> {
  const create = URL.createObjectURL
  const keep = (event: Event) => event.target instanceof HTMLAnchorElement && event.preventDefault()
  addEventListener('click', keep, true)
  return new Promise((resolve) => {
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = create
      removeEventListener('click', keep, true)
      resolve(blob instanceof Blob ? blob.text() : '')
      return create(blob)
    }
  })
}
