import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import { showApp } from './show-app.tsx'

const marta = { name: 'Marta Kask', number: '+37255500142' }
const ringing: CallReport = { type: 'call.ringing', dialer: 'baresip', ref: 'a', direction: 'incoming', party: marta }
const answered: CallReport = { ...ringing, type: 'call.answered' }
const ended: CallReport = { ...ringing, type: 'call.ended', end: { by: 'far-end' } }

test('two keys end an easy call, and the desk is empty', async () => {
  const { screen, reports, passes, saved } = await showApp()
  reports(ringing)
  passes(4000)
  reports(answered)
  passes(222_000)
  reports(ended)
  await expect.element(screen.getByText('The caller hung up')).toBeVisible()
  await expect.element(screen.getByLabelText('Times of this call')).toHaveTextContent('Rang00:04Talked03:42')
  await userEvent.keyboard('2{Enter}')
  await expect.element(screen.getByText('Steady, whoever calls')).toBeVisible()
  expect(saved.at(-1)).toMatchObject({
    id: 'baresip:a',
    state: 'saved',
    disposition: 'follow-up',
    dispositionLabel: 'Follow-up promised',
  })
})

test('the note goes on under the hands when the caller hangs up', async () => {
  const { screen, reports, saved } = await showApp()
  reports(ringing)
  reports(answered)
  const note = screen.getByRole('textbox', { name: 'Note' })
  await note.click()
  await userEvent.keyboard('Order 88')
  reports(ended)
  await expect.element(screen.getByRole('radiogroup', { name: 'How did it end?' })).toBeVisible()
  await userEvent.keyboard('-1042')
  await expect.element(note).toHaveFocus()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(screen.getByRole('radio', { name: 'Resolved' })).toHaveFocus()
  await userEvent.keyboard('1')
  await note.click()
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(screen.getByText('Steady, whoever calls')).toBeVisible()
  expect(saved.at(-1)).toMatchObject({ text: 'Order 88-1042', state: 'saved', disposition: 'resolved' })
})

test('a save that failed is said, and every word is still there', async () => {
  const { screen, reports, diskFails } = await showApp()
  reports(ringing)
  reports(answered)
  await screen.getByRole('textbox', { name: 'Note' }).fill('Order 88-1042')
  reports(ended)
  diskFails()
  await userEvent.keyboard('{Escape}1')
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect
    .element(screen.getByText('Not saved. Nothing is lost: your words are still here. Try again, or copy them.'))
    .toBeVisible()
  await expect.element(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Order 88-1042')
  await expect.element(screen.getByRole('radio', { name: 'Resolved' })).toBeChecked()
})

test('saving waits until the agent has said how the call ended', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  reports(ended)
  await expect.element(screen.getByText('Choose how it ended first.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Save' }).query()).toBeNull()
  await userEvent.keyboard('{Enter}1')
  await expect.element(screen.getByRole('button', { name: 'Save' })).toBeVisible()
})

test('saved is said only of what is on the disk', async () => {
  const { screen, reports, diskFails } = await showApp()
  reports(ringing)
  reports(answered)
  await screen.getByRole('textbox', { name: 'Note' }).fill('Order 88')
  await expect.element(screen.getByText(/^Saved \d/)).toBeVisible()
  diskFails()
  await screen.getByRole('textbox', { name: 'Note' }).fill('Order 88-1042')
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Not saved. Your words are still here.')
  expect(screen.getByText(/^Saved \d/).query()).toBeNull()
})
