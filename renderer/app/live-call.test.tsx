import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import { showApp } from './show-app.tsx'

const marta = { name: 'Marta Kask', number: '+37255500142' }
const ringing: CallReport = { type: 'call.ringing', dialer: 'baresip', ref: 'a', direction: 'incoming', party: marta }
const answered: CallReport = { ...ringing, type: 'call.answered' }

test('the agent walks the steps by keys, and the rail says where they are', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Prepare, done' })).toBeVisible()
  await userEvent.keyboard('s')
  await expect.element(screen.getByRole('button', { name: 'Open, skipped' })).toBeVisible()
  await userEvent.keyboard('z')
  await expect.element(screen.getByRole('button', { name: 'Open, now' })).toHaveAttribute('aria-current', 'step')
})

test('the agent jumps along the rail with the arrows, and the keys mean the call again', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  await expect.element(screen.getByRole('button', { name: 'Prepare, now' })).toBeVisible()
  await userEvent.keyboard('j{ArrowDown}{ArrowDown}{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Listen, now' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Listen, done' })).toBeVisible()
})

test('no key means anything while the agent types, until Escape', async () => {
  const { screen, reports, asked } = await showApp()
  reports(ringing)
  reports(answered)
  await expect.element(screen.getByRole('button', { name: 'Prepare, now' })).toBeVisible()
  await userEvent.keyboard('nshw')
  await expect.element(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('shw')
  await expect.element(screen.getByRole('button', { name: 'Prepare, now' })).toBeVisible()
  expect(asked).toEqual([])
  await userEvent.keyboard('{Escape}h')
  await expect.poll(() => asked).toEqual([{ channel: 'call.hold', payload: { callId: 'baresip:a' } }])
})

test('keys stay off when the agent has switched them off, and the buttons still work', async () => {
  const { screen, reports, asked, mirror } = await showApp()
  mirror.set({ ...mirror.get(), settings: { ...mirror.get().settings, singleKeys: false } })
  reports(ringing)
  await expect.element(screen.getByRole('button', { name: 'Answer' })).toBeVisible()
  await userEvent.keyboard('a')
  expect(asked).toEqual([])
  await screen.getByRole('button', { name: 'Answer' }).click()
  await expect.poll(() => asked).toEqual([{ channel: 'call.answer', payload: { callId: 'baresip:a' } }])
})

test('a held key is one press', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  await expect.element(screen.getByRole('button', { name: 'Prepare, now' })).toBeVisible()
  await userEvent.keyboard('{Enter>3/}')
  await expect.element(screen.getByRole('button', { name: 'Open, now' })).toBeVisible()
})

test('a button clicked with the mouse leaves the caret in the note', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  const note = screen.getByRole('textbox', { name: 'Note' })
  await note.fill('Order 88')
  await screen.getByRole('button', { name: 'Done' }).click()
  await expect.element(screen.getByRole('button', { name: 'Prepare, done' })).toBeVisible()
  await expect.element(note).toHaveFocus()
})

test('a verb that makes no sense has no control', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  await expect.element(screen.getByRole('button', { name: 'Answer' })).toBeVisible()
  const labels = () =>
    screen
      .getByRole('toolbar', { name: 'Call' })
      .getByRole('button')
      .elements()
      .map((button) => button.textContent)
  expect(labels()).toEqual(['NoteN', 'AnswerA', 'DeclineD'])
  expect(screen.getByRole('button', { name: 'Done' }).query()).toBeNull()
  reports(answered)
  await expect.element(screen.getByRole('button', { name: 'Done' })).toBeVisible()
  expect(labels()).toEqual(['BoundaryB', 'TransferT', 'Call backC', 'NoteN', 'HoldH', 'Wrap upW'])
})

test('where the dialer cannot do it, the same keys mark it by hand and say so', async () => {
  const { screen, reports, asked } = await showApp({
    powers: { answer: false, hold: false, hangUp: false, dial: false, consult: false, transfer: 'none' },
  })
  reports(ringing)
  await expect.element(screen.getByRole('button', { name: 'Mark answered' })).toBeVisible()
  reports(answered)
  await expect.element(screen.getByRole('button', { name: 'Mark hold' })).toBeVisible()
  await userEvent.keyboard('w')
  await expect.element(screen.getByRole('button', { name: 'End the call' })).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => asked).toEqual([{ channel: 'call.hangUp', payload: { callId: 'baresip:a' } }])
})

test('asked whether to hang up, the agent stays with Escape', async () => {
  const { screen, reports, asked } = await showApp()
  reports(ringing)
  reports(answered)
  await expect.element(screen.getByRole('button', { name: 'Wrap up' })).toBeVisible()
  await userEvent.keyboard('w')
  await expect.element(screen.getByRole('alertdialog', { name: 'Still on the line.' })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.poll(() => screen.getByRole('alertdialog').query()).toBeNull()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Prepare, done' })).toBeVisible()
  expect(asked).toEqual([])
})

test('a second ringing call waits at the edge until the agent turns to it', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  const note = screen.getByRole('textbox', { name: 'Note' })
  await note.fill('Order 88')
  reports({ ...ringing, ref: 'b', party: { name: 'Oskar Lepp', number: '' } })
  await expect.element(screen.getByRole('region', { name: 'Other calls' })).toHaveTextContent('Oskar Lepp')
  await expect.element(screen.getByText('Oskar Lepp is calling.')).toBeInTheDocument()
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('{Escape}x')
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Oskar Lepp')
})

test('while the dialer is away the call is shown as last known', async () => {
  const { screen, reports, steadyline, amended } = await showApp()
  reports(ringing)
  reports(answered)
  const call = steadyline.desk.get().calls[0]?.call
  if (call) amended({ ...call, certain: false })
  await expect.element(screen.getByText('Last known state')).toBeVisible()
})

test('a name is text whatever it holds, and never pushes the clock out of the window', async () => {
  const { screen, reports } = await showApp()
  const hostile = `<img src=x onerror=alert(1)> ${'W'.repeat(90)}`
  reports({ ...ringing, party: { name: hostile, number: '+37255500142' } })
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent(hostile)
  expect(document.querySelector('img')).toBeNull()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(innerWidth)
})

test('a command that failed is said in words, and dismissed', async () => {
  const { screen, reports } = await showApp({
    answers: {
      'call.answer': () => ({ ok: false, failure: { kind: 'dialer.refused', dialer: 'baresip', said: 'no such line' } }),
    },
  })
  reports(ringing)
  await screen.getByRole('button', { name: 'Answer' }).click()
  await expect.element(screen.getByRole('alert')).toHaveTextContent('The dialer said no: no such line')
  await screen.getByRole('button', { name: 'Dismiss' }).click()
  await expect.poll(() => screen.getByRole('alert').query()).toBeNull()
})

test('a character being composed and a key with a modifier are not meant for the call', async () => {
  const { screen, reports, asked } = await showApp()
  reports(ringing)
  reports(answered)
  await expect.element(screen.getByRole('main')).toHaveFocus()
  const press = (init: KeyboardEventInit) =>
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true, ...init }))
  press({ isComposing: true })
  press({ ctrlKey: true })
  press({ altKey: true })
  expect(asked).toEqual([])
  press({})
  expect(asked).toEqual([{ channel: 'call.hold', payload: { callId: 'baresip:a' } }])
})

test('on a Cyrillic layout the keys are where they always were', async () => {
  const { screen, reports, asked } = await showApp()
  reports(ringing)
  await expect.element(screen.getByRole('main')).toHaveFocus()
  const key = new KeyboardEvent('keydown', { key: '\u0444', code: 'KeyA', bubbles: true, cancelable: true })
  document.activeElement?.dispatchEvent(key)
  expect([asked, key.defaultPrevented]).toEqual([[{ channel: 'call.answer', payload: { callId: 'baresip:a' } }], true])
})

test('a button with the focus takes Enter for itself, once', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  const skip = screen.getByRole('button', { name: 'Skip' })
  await expect.element(skip).toBeVisible()
  skip.element().focus()
  await userEvent.keyboard('{Escape}{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Prepare, skipped' })).toBeVisible()
  await expect.element(screen.getByRole('button', { name: 'Open, now' })).toBeVisible()
})
