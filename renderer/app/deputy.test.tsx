import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Requests } from '../../shared/contract.ts'
import { failed, success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { deputysBrief } from '../transfer/fake-briefs.ts'
import { type Shown, showApp } from './show-app.tsx'

const settings = { ...defaultSettings, team: { ...defaultSettings.team, enabled: true, role: 'agent' as const } }
const late = 12 * 60_000 + 5_000

/** An agent who is somebody's deputy, with a promise that is twelve minutes late. */
async function deputy(answers: NonNullable<Shown['answers']> = {}) {
  let record = deputysBrief(Date.now() - late)
  const { id } = record.brief
  const shown = await showApp({
    mirror: { settings },
    answers: {
      'brief.read': () => tell({ stage: 'read' }),
      'brief.answer': ({ answer }) => tell({ stage: answer }),
      'alarm.set': () => success(null),
      ...answers,
    },
  })
  function tell(changes: Partial<BriefRecord>): Requests['brief.answer']['answer'] {
    record = { ...record, ...changes, stageAt: Date.now() }
    shown.briefChanged(record)
    return success(record)
  }
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  tell({})
  await userEvent.keyboard('o')
  await expect.element(shown.screen.getByRole('region', { name: 'A promised call' })).toBeVisible()
  const { callbacks } = shown.steadyline
  return { ...shown, id, tell, taken: async () => (await callbacks.store.open()).ok && (await callbacks.store.find(id)) }
}

test('an agent who is a deputy reads whom to call, when it was promised there and here, and how late it is', async () => {
  const { screen } = await deputy()
  const card = screen.getByRole('region', { name: 'A promised call' })
  await expect.element(card).toHaveTextContent(/Promised for .*\(Kiritimati\)/)
  await expect.element(card).toHaveTextContent(/on your clock/)
  await expect.element(card).toHaveTextContent('Overdue by 12m')
  await expect.element(screen.getByRole('heading', { name: 'Call back Marta Kask, promised for Fri 15:00.' })).toBeVisible()
  await expect.element(screen.getByText('Nobody has called Marta Kask yet.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'In 2 minutes' }).query()).toBeNull()
})

test('the promise is the deputy’s own, and rings, before the sender hears that it was taken on', async () => {
  const { screen, asked, id, taken } = await deputy()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText(/^Yours since .* You call Marta Kask/)).toBeVisible()
  expect(await taken()).toMatchObject({
    value: { id, keeper: 'me', state: 'pending', person: { name: 'Marta Kask', number: '+37255500142' } },
  })
  expect(asked.map(({ channel }) => channel)).toEqual(['brief.read', 'alarm.set', 'brief.answer'])
})

test('taken on twice, because the first answer was lost, it is one promise', async () => {
  let isSilent = true
  const window = await deputy({
    'brief.answer': () => {
      if (isSilent) throw new Error('RequestRefused')
      return window.tell({ stage: 'accepted' })
    },
  })
  const button = window.screen.getByRole('button', { name: 'I’ll call' })
  await button.click()
  await expect.element(window.screen.getByRole('alert')).toHaveTextContent('Steadyline did not take it. Try once more.')
  isSilent = false
  await button.click()
  await expect.element(window.screen.getByText(/^Yours since/)).toBeVisible()
  const open = await window.steadyline.callbacks.store.open()
  expect(open.ok && open.value.map(({ id }) => id)).toEqual([window.id])
})

test('a promise that cannot be kept on the disk is not taken on, and says so', async () => {
  const { screen, asked, diskFails } = await deputy()
  diskFails()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText(/could not be kept on this disk/)).toBeVisible()
  expect(asked.map(({ channel }) => channel)).toEqual(['brief.read'])
})

test('a deputy who cannot call says why, and nothing becomes theirs', async () => {
  const { asked, id, taken } = await deputy({
    'brief.answer': () => failed({ kind: 'brief.unknown' }),
  })
  await userEvent.keyboard('b1')
  await expect
    .poll(() => asked.at(-1))
    .toEqual({
      channel: 'brief.answer',
      payload: { briefId: id, answer: 'declined', reason: 'On another call' },
    })
  expect(await taken()).toEqual(success(undefined))
})
