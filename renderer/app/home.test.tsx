import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import { fakePlaybook } from './fake-playbook.ts'
import { pastCall } from './past-calls.ts'
import { showApp } from './show-app.tsx'

const ringing: CallReport = {
  type: 'call.ringing',
  dialer: 'baresip',
  ref: 'a',
  direction: 'incoming',
  party: { name: 'Anna', number: '' },
}
const history = [
  pastCall('1', 'Marta Kask', 'Order late, wants a refund'),
  pastCall('2', 'Oskar Põld', 'Called to thank'),
  pastCall('3', 'Helen Saar', null, { answeredAt: null, endCause: 'missed' }),
]

test('a new agent is taught three ways to begin, each with its key', async () => {
  const { screen, asked } = await showApp({
    answers: { 'practice.start': () => 'practice:1', 'call.startByHand': () => 'manual:1' },
  })
  await expect.element(screen.getByRole('heading', { name: 'Steady, whoever calls' })).toBeVisible()
  await userEvent.keyboard('t')
  await userEvent.keyboard('m')
  await expect.element(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  await userEvent.keyboard('Ana{Tab}+15550100{Enter}')
  await expect
    .poll(() => asked)
    .toEqual([
      { channel: 'practice.start', payload: null },
      { channel: 'call.startByHand', payload: { name: 'Ana', number: '+15550100' } },
    ])
  await expect.poll(() => screen.getByRole('dialog').query()).toBeNull()
})

test('the agent searches by words, sees them marked, and reads what was written', async () => {
  const { screen } = await showApp({ history })
  await expect.element(screen.getByText('3 calls')).toBeVisible()
  await userEvent.keyboard('/refund')
  await expect.element(screen.getByText('1 call', { exact: true })).toBeVisible()
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['refund'])
  await screen.getByRole('button', { name: /Marta Kask/ }).click()
  await expect.element(screen.getByRole('article')).toHaveTextContent('Order late, wants a refund')
  expect(screen.getByRole('textbox').query()).toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('searchbox', { name: 'Search notes' })).toHaveValue('refund')
})

test('a missed call is said in words', async () => {
  const { screen } = await showApp({ history })
  await expect.element(screen.getByRole('button', { name: /Helen Saar/ })).toHaveTextContent('Missed call')
})

test('letters typed into a search never act on the call that rings meanwhile', async () => {
  const { screen, reports, asked } = await showApp({ history })
  await expect.element(screen.getByText('3 calls')).toBeVisible()
  await userEvent.keyboard('/m')
  reports(ringing)
  await expect.element(screen.getByRole('button', { name: 'Answer' })).toBeVisible()
  await userEvent.keyboard('arta')
  expect(asked).toEqual([])
  await expect.element(screen.getByRole('main')).toHaveFocus()
})

test('an open dialog gives way to a call that is put before the agent', async () => {
  const { screen, reports } = await showApp()
  await expect.element(screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}m')
  await expect.element(screen.getByRole('dialog')).toBeVisible()
  reports(ringing)
  await expect.poll(() => screen.getByRole('dialog').query()).toBeNull()
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Anna')
})

test('a thought for the next call stands on the desk, and stays the same until there was one', async () => {
  const { screen, mirror } = await showApp({ history })
  const thought = () => fakePlaybook.before.filter(({ line }) => screen.getByText(line).query() !== null)
  await expect.poll(thought).toHaveLength(1)
  const first = thought()
  mirror.set({ ...mirror.get() })
  await userEvent.keyboard('/m')
  expect(thought()).toEqual(first)
})
