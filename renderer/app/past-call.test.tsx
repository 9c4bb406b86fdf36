import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { Handling } from '../../shared/notes/note.ts'
import { success } from '../../shared/result.ts'
import { fakePlaybook } from './fake-playbook.ts'
import { pastCall } from './past-calls.ts'
import { showApp } from './show-app.tsx'

const at = Date.UTC(2026, 10, 21, 12, 0, 0)
const handling: Handling = {
  playbook: { id: fakePlaybook.id, version: fakePlaybook.version },
  kind: 'demanding',
  triggers: [],
  steps: { open: { mark: 'done', at, said: 'Tell me what happened.' }, listen: { mark: 'skipped', at: at + 1000, said: '' } },
  ladder: [{ rung: 'warning', at: at + 2000, said: 'If they go on, I end this call.' }],
  partingApprovedBy: null,
  outcome: { ...blankOutcome, granted: [{ option: 'refund', amount: 250, approver: 'Ines Roth' }] },
}

async function readsPastCall(changed: Partial<Handling> | null) {
  const { call, note } = pastCall('1', 'Marta Kask', 'Order late')
  if (note === null) throw new Error('it has a note')
  const shown = await showApp({ history: [{ call, note: { ...note, handling: changed && { ...handling, ...changed } } }] })
  await shown.screen.getByRole('button', { name: /Marta Kask/ }).click()
  return shown.screen
}

test('the agent reads which steps were done, which boundary was set in which words, and who approved what', async () => {
  const screen = await readsPastCall({})
  const main = screen.getByRole('main')
  await expect.element(main.getByText('Refund, €250.00, approved by Ines Roth')).toBeVisible()
  await expect.element(main.getByText(/Warning$/)).toBeInTheDocument()
  await expect.element(main.getByText('If they go on, I end this call.')).toBeInTheDocument()
  expect([...document.querySelectorAll('ol bdi')].map((event) => event.textContent)).toEqual([
    'Warning',
    'Open, done',
    'Listen, skipped',
  ])
  await expect.element(main.getByText(`${fakePlaybook.name}, version ${fakePlaybook.version}`)).toBeInTheDocument()
})

test('a note older than the record of steps is read without them and has no report', async () => {
  const screen = await readsPastCall(null)
  await expect.element(screen.getByRole('article')).toHaveTextContent('Order late')
  expect(screen.getByRole('heading', { name: 'Incident report' }).query()).toBeNull()
})

test('the report leaves as Markdown and as a page to print', async () => {
  const saved: { readonly name: string; readonly text: Promise<string> }[] = []
  const blobs = new Map<string, Blob>()
  const createObjectURL = URL.createObjectURL
  URL.createObjectURL = (blob) => {
    const url = createObjectURL(blob)
    blobs.set(url, blob as Blob)
    return url
  }
  const keep = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLAnchorElement)) return
    event.preventDefault()
    saved.push({ name: event.target.download, text: blobs.get(event.target.href)?.text() ?? Promise.resolve('') })
  }
  const click = HTMLAnchorElement.prototype.click
  HTMLAnchorElement.prototype.click = function () {
    this.addEventListener('click', keep)
    this.dispatchEvent(new MouseEvent('click', { cancelable: true }))
  }
  try {
    const screen = await readsPastCall({})
    await userEvent.click(screen.getByRole('button', { name: 'Save as Markdown' }))
    await userEvent.click(screen.getByRole('button', { name: 'Save a page to print' }))
  } finally {
    URL.createObjectURL = createObjectURL
    HTMLAnchorElement.prototype.click = click
  }
  expect(saved.map(({ name }) => name.replace(/\d/g, '0'))).toEqual([
    'incident-report-0000-00-00-0000.md',
    'incident-report-0000-00-00-0000.html',
  ])
  const [markdown, page] = await Promise.all(saved.map(({ text }) => text))
  expect(markdown).toContain('# Incident report\n\n## The call\n\n- **Caller:** Marta Kask\n')
  expect(page).toContain('<dt>Caller</dt><dd dir="auto">Marta Kask</dd>')
})

test('a call that went well is followed by another one, and taking that back leaves it on the record as cancelled', async () => {
  const { call, note } = pastCall('1', 'Marta Kask', 'All fine')
  const answers = { 'alarm.set': () => success(null), 'alarm.clear': () => success(null) }
  const { screen, steadyline } = await showApp({ history: [{ call, note }], answers })
  await screen.getByRole('button', { name: /Marta Kask/ }).click()
  await screen.getByRole('button', { name: 'Check in a week' }).click()
  const all = async () => {
    const found = await steadyline.callbacks.store.agenda.all()
    return found.ok ? found.value.map(({ kind, callId, state }) => ({ kind, callId, state })) : []
  }
  await expect.poll(all).toEqual([{ kind: 'satisfaction', callId: '1', state: 'pending' }])
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(all).toEqual([{ kind: 'satisfaction', callId: '1', state: 'cancelled' }])
})
