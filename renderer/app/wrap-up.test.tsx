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

test('a check-in a week later is promised before the call is put away, once, and taken back with Undo', async () => {
  const { screen, reports, steadyline } = await showApp()
  reports(ringing)
  reports(answered)
  reports(ended)
  const promised = async () => {
    const open = await steadyline.callbacks.store.openFor(marta.number)
    return open.ok ? open.value.map(({ kind, callId }) => [kind, callId]) : []
  }
  await userEvent.keyboard('{Escape}m')
  await screen.getByRole('button', { name: 'Check in a week' }).click()
  await expect.poll(promised).toEqual([['satisfaction', 'baresip:a']])
  await expect.element(screen.getByText(/^Promised for /)).toBeVisible()
  await screen.getByRole('button', { name: /^How it ended/ }).click()
  await userEvent.keyboard('m')
  await expect.element(screen.getByText(/^Promised for /)).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(promised).toEqual([])
  await expect.element(screen.getByRole('button', { name: 'Thank them' })).toBeVisible()
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

test('what was given above the limit needs a name before it can be saved', async () => {
  const { screen, reports, saved } = await showApp()
  reports(ringing)
  reports(answered)
  reports(ended)
  await userEvent.keyboard('{Escape}1m')
  await screen.getByText('Refund', { exact: true }).click()
  const amount = screen.getByRole('textbox', { name: 'Amount, EUR' })
  await amount.fill('100')
  expect(screen.getByRole('textbox', { name: 'Who allowed it?' }).query()).toBeNull()
  await amount.fill('100,50')
  await expect.element(screen.getByText('Name who allowed it first.')).toBeVisible()
  await screen.getByRole('textbox', { name: 'Who allowed it?' }).fill('Jaan Tamm')
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => saved.at(-1)?.handling?.outcome.granted)
    .toEqual([{ option: 'refund', amount: 100.5, approver: 'Jaan Tamm' }])
})

test("an exception is never the agent's own to give", async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  reports(ended)
  await userEvent.keyboard('{Escape}1m')
  await screen.getByText('Exception', { exact: true }).click()
  await expect.element(screen.getByText('Only a supervisor gives this.')).toBeInTheDocument()
  await expect.element(screen.getByText('Name who allowed it first.')).toBeVisible()
})

test('an amount that is no number is said and not kept', async () => {
  const { screen, reports } = await showApp()
  reports(ringing)
  reports(answered)
  reports(ended)
  await userEvent.keyboard('{Escape}1m')
  await screen.getByText('Refund', { exact: true }).click()
  await screen.getByRole('textbox', { name: 'Amount, EUR' }).fill('ten')
  await expect.element(screen.getByText('Write a number.')).toBeInTheDocument()
})

test('everything the agent adds is in the record, and the note never moves for it', async () => {
  const { screen, reports, saved } = await showApp()
  reports(ringing)
  reports(answered)
  reports(ended)
  await expect.element(screen.getByRole('radio', { name: 'Resolved' })).toBeVisible()
  const note = screen.getByRole('textbox', { name: 'Note' })
  const place = note.element().getBoundingClientRect().top
  await userEvent.keyboard('{Escape}1m')
  await screen.getByRole('textbox', { name: 'What was agreed' }).fill('New lamp by Tuesday')
  await screen.getByText('Needs a follow-up').click()
  screen.getByRole('radio', { name: '4' }).element().focus()
  await userEvent.keyboard('[Space]')
  screen.getByRole('radio', { name: 'Emotional' }).element().focus()
  await userEvent.keyboard('[Space]')
  await screen.getByRole('button', { name: 'Unheard' }).click()
  await screen.getByRole('textbox', { name: 'Tags, with commas between' }).fill('late, lamp, late')
  expect(note.element().getBoundingClientRect().top).toBe(place)
  await screen.getByRole('button', { name: 'Save' }).click()
  await expect
    .poll(() => saved.at(-1)?.handling)
    .toMatchObject({
      kind: 'emotional',
      triggers: ['unheard'],
      outcome: {
        disposition: 'resolved',
        agreed: 'New lamp by Tuesday',
        followUp: true,
        hardness: 4,
        granted: [],
        tags: ['late', 'lamp'],
      },
    })
})

test('the choices of every call go by the same names, of which the browser would keep each new one', async () => {
  const { screen, reports } = await showApp()
  const names = () => [...document.querySelectorAll('input')].filter(({ type }) => type === 'radio').map(({ name }) => name)
  const take = async (ref: string) => {
    reports({ ...ringing, ref })
    reports({ ...answered, ref })
    await expect.element(screen.getByRole('radiogroup', { name: 'Kind of client' })).toBeVisible()
    const drawn = names()
    reports({ ...ended, ref })
    await expect.element(screen.getByRole('radiogroup', { name: 'How did it end?' })).toBeVisible()
    drawn.push(...names())
    await userEvent.keyboard('1{Enter}')
    await expect.element(screen.getByText('Steady, whoever calls')).toBeVisible()
    return new Set(drawn)
  }
  const first = await take('a')
  expect(first).toEqual(new Set(['kind', 'outcome']))
  expect(await take('b')).toEqual(first)
})
