import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Requests } from '../../shared/contract.ts'
import { success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { Team } from '../../shared/transfer/team.ts'
import { receivedBrief } from '../transfer/fake-briefs.ts'
import { type Shown, showApp } from './show-app.tsx'

const team: Team = { link: { state: 'up', since: Date.now() - 12 * 60_000 }, people: [], self: 'available' }
const settings = { ...defaultSettings, team: { ...defaultSettings.team, enabled: true, role: 'manager' as const } }
const briefId = receivedBrief().brief.id

const fresh = (changes: Partial<BriefRecord> = {}) => receivedBrief({ at: Date.now() - 38_000, ...changes })
const chip = 'Brief from Ana Sild'

/** A supervisor whose companion answers as the real one would. */
async function supervisor(start: Shown = {}) {
  const shown = await showApp({
    mirror: { settings, team, ...start.mirror },
    answers: {
      'brief.read': () => tell({ stage: 'read' }),
      'brief.answer': (said) =>
        tell(said.answer === 'declined' ? { stage: 'declined', reason: said.reason } : { stage: said.answer }),
      'presence.set': ({ self }) => {
        shown.mirror.set({ ...shown.mirror.get(), team: { ...team, self } })
        return null
      },
      ...start.answers,
    },
    ...(start.briefs ? { briefs: start.briefs } : {}),
  })
  let record = fresh()
  function tell(changes: Partial<BriefRecord>): Requests['brief.answer']['answer'] {
    record = { ...record, ...changes, stageAt: Date.now() }
    shown.briefChanged(record)
    return success(record)
  }
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  return {
    ...shown,
    comes: async () => {
      tell({})
      await expect.element(shown.screen.getByRole('button', { name: chip })).toBeVisible()
    },
    tell,
  }
}

async function liveCall({ reports, screen }: Awaited<ReturnType<typeof supervisor>>) {
  const party = { name: 'Helen Saar', number: '+37255500142' }
  reports({ type: 'call.ringing', dialer: 'baresip', ref: 'a', direction: 'incoming', party })
  reports({ type: 'call.answered', dialer: 'baresip', ref: 'a' })
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Helen Saar')
}

test('a brief is noticed at the edge while nothing of a live call moves or loses the focus', async () => {
  const window = await supervisor()
  await liveCall(window)
  const main = window.screen.getByRole('main').element()
  const focused = document.activeElement
  const before = main.getBoundingClientRect().toJSON()
  await window.comes()
  expect(main.getBoundingClientRect().toJSON()).toEqual(before)
  expect(document.activeElement).toBe(focused)
  await expect.element(window.screen.getByRole('heading', { level: 1 })).toHaveTextContent('Helen Saar')
  expect(window.asked).toEqual([])
})

test('the window’s title counts what waits, and a screen reader hears who sent it', async () => {
  const window = await supervisor()
  await window.comes()
  await expect.poll(() => document.title).toBe('(1) Steadyline')
  await expect.element(window.screen.getByText('Ana Sild sent you a brief.')).toBeInTheDocument()
  window.tell({ stage: 'withdrawn' })
  await expect.poll(() => document.title).toBe('Steadyline')
})

test('a supervisor reads a whole brief on one screen, which says so to the sender, and accepts it by keys', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('o')
  await expect
    .element(window.screen.getByRole('heading', { name: 'Marta Kask needs a delivery date she can trust.' }))
    .toBeVisible()
  for (const part of ['Situation', 'Background', 'Tried', 'Asking you', 'Avoid', 'Read back'])
    await expect.element(window.screen.getByText(part, { exact: true })).toBeInViewport({ ratio: 0.99 })
  await userEvent.keyboard('{Enter}')
  await expect.element(window.screen.getByText(/^Accepted at .* Ana Sild introduces Marta Kask\.$/)).toBeVisible()
  expect(window.asked).toEqual([
    { channel: 'brief.read', payload: { briefId } },
    { channel: 'brief.answer', payload: { briefId, answer: 'accepted' } },
  ])
})

test('a supervisor who is busy gives a reason by keys only and is back where they were', async () => {
  const window = await supervisor()
  await liveCall(window)
  await window.comes()
  await userEvent.keyboard('{Escape}o')
  await expect.element(window.screen.getByRole('heading', { level: 1, name: chip })).toBeVisible()
  await userEvent.keyboard('b')
  await expect.element(window.screen.getByRole('button', { name: 'On another call' })).toHaveFocus()
  await userEvent.keyboard('3')
  await expect.element(window.screen.getByRole('heading', { level: 1, name: 'Helen Saar' })).toBeVisible()
  expect(window.asked.at(-1)).toEqual({
    channel: 'brief.answer',
    payload: { briefId, answer: 'declined', reason: 'I may not decide this' },
  })
  await expect.poll(() => window.screen.getByRole('button', { name: chip }).query()).toBeNull()
})

test('a supervisor declines in their own words, and can change their mind', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('Read back')).toBeVisible()
  await userEvent.keyboard('b{Escape}')
  await expect.poll(() => window.screen.getByText('Why not now?').query()).toBeNull()
  await userEvent.keyboard('b')
  await window.screen.getByRole('textbox', { name: 'In your own words' }).fill('Back at three, b2 then')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => window.asked.at(-1))
    .toEqual({ channel: 'brief.answer', payload: { briefId, answer: 'declined', reason: 'Back at three, b2 then' } })
})

test('“in 2 minutes” counts down on the card and at the edge, and then says who still waits', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('Read back')).toBeVisible()
  await userEvent.keyboard('2')
  await expect.element(window.screen.getByText(/^You said in 2 minutes: (02:00|01:5\d) left\.$/)).toBeVisible()
  expect(window.screen.getByRole('button', { name: 'In 2 minutes' }).query()).toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.element(window.screen.getByRole('button', { name: /^Ana Sild waits 0/ })).toBeVisible()
  window.briefChanged(fresh({ stage: 'soon', stageAt: Date.now() - 121_000 }))
  await expect.element(window.screen.getByRole('button', { name: 'Ana Sild still waits' })).toBeVisible()
})

test('what the sender writes after an acceptance comes live, moves nothing, and ends with how it ended', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('Read back')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(window.screen.getByText('Nothing written yet.')).toBeVisible()
  const card = window.screen.getByRole('article').element()
  const before = card.getBoundingClientRect().toJSON()
  window.tell({ followUp: { note: 'She agreed to Friday.\nIn writing.\nToday.', outcome: 'Resolved', version: 1 } })
  await expect.element(window.screen.getByText('How it ended: Resolved')).toBeVisible()
  expect(card.getBoundingClientRect().toJSON()).toEqual(before)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => window.screen.getByRole('button', { name: /Marta Kask/ }).query()).toBeNull()
})

test('a brief that was taken back is said kindly, and Enter accepts nothing any more', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('Read back')).toBeVisible()
  window.tell({ stage: 'withdrawn' })
  await expect.element(window.screen.getByText('Ana Sild found another way. Nothing left to do.')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(window.screen.getByRole('heading', { name: 'Steady, whoever calls' })).toBeVisible()
  expect(window.asked.map(({ channel }) => channel)).toEqual(['brief.read'])
})

test('an answer that the companion did not take is said, and can be given again', async () => {
  const window = await supervisor({
    answers: { 'brief.answer': () => ({ ok: false, failure: { kind: 'brief.notKept', cause: 'ENOSPC' } }) },
  })
  await window.comes()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('Read back')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(window.screen.getByRole('alert')).toHaveTextContent(/could not be kept on this disk/)
  await expect.element(window.screen.getByRole('button', { name: 'Accept' })).toBeVisible()
})

test('of two briefs the longer wait comes first, and the other stays in sight', async () => {
  const window = await supervisor()
  const other = fresh({ at: Date.now() - 90_000 })
  window.briefChanged({ ...other, brief: { ...other.brief, id: 'other', from: { id: 'liis', name: 'Liis Põld' } } })
  window.tell({})
  await expect.element(window.screen.getByRole('button', { name: /^Brief from Liis Põld/ })).toHaveTextContent('+1')
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByRole('heading', { level: 1, name: 'Brief from Liis Põld' })).toBeVisible()
  await expect.element(window.screen.getByRole('button', { name: chip })).toBeVisible()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByRole('heading', { level: 1, name: chip })).toBeVisible()
})

test('a notification that was picked puts its brief before the supervisor, over whatever was open', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('{Escape},')
  await expect.element(window.screen.getByRole('dialog')).toBeVisible()
  window.tells('brief.picked', { briefId })
  await expect.element(window.screen.getByRole('heading', { level: 1, name: chip })).toBeVisible()
  expect(window.screen.getByRole('dialog').query()).toBeNull()
})

test('a call that rings takes the place of a brief, which stays at the edge', async () => {
  const window = await supervisor()
  await window.comes()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('Read back')).toBeVisible()
  await liveCall(window)
  await expect.element(window.screen.getByRole('button', { name: chip })).toBeVisible()
})

test('hostile words of a brief are shown as they are, and run nothing', async () => {
  const window = await supervisor()
  const { brief } = receivedBrief()
  window.tell({ brief: { ...brief, headline: '<img src=x onerror="document.title=1">', from: { id: 'x', name: '<b>Ana</b>' } } })
  await expect.element(window.screen.getByRole('button', { name: 'Brief from <b>Ana</b>' })).toBeVisible()
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('<img src=x onerror="document.title=1">')).toBeVisible()
  expect(document.querySelector('img')).toBeNull()
})

test('one key shows a supervisor as away and as available, and a call shows by itself', async () => {
  const window = await supervisor()
  await userEvent.keyboard('v')
  await expect.element(window.screen.getByRole('button', { name: /^Away ?Show me as available$/ })).toBeVisible()
  await userEvent.keyboard('v')
  await expect.element(window.screen.getByRole('button', { name: /^Available ?Show me as away$/ })).toBeVisible()
  expect(window.asked.map(({ payload }) => payload)).toEqual([{ self: 'away' }, { self: 'available' }])
  await liveCall(window)
  await expect.element(window.screen.getByRole('button', { name: /^On a call ?Show me as away$/ })).toBeVisible()
})

test('the state of the hub is always in sight, with its age', async () => {
  const window = await supervisor()
  await expect.element(window.screen.getByRole('button', { name: /^Hub up 12m/ })).toBeVisible()
  const failure = { kind: 'hub.refused', url: 'mqtt://hub' } as const
  const link = { state: 'down', since: Date.now() - 41_000, failure } as const
  window.mirror.set({ ...window.mirror.get(), team: { ...team, link } })
  await expect.element(window.screen.getByRole('button', { name: /^Hub away 4\ds/ })).toBeVisible()
})

test('an agent whom nobody hands a call has no presence to set, and without a hub there is no team at the edge', async () => {
  const agent = { ...settings, team: { ...settings.team, role: 'agent' as const } }
  const window = await supervisor({ mirror: { settings: agent } })
  await userEvent.keyboard('v')
  expect([window.screen.getByRole('button', { name: /Available/ }).query(), window.asked]).toEqual([null, []])
  window.mirror.set({ ...window.mirror.get(), settings: defaultSettings })
  await expect.poll(() => window.screen.getByRole('button', { name: /^Hub/ }).query()).toBeNull()
})

test('a brief of the past is found and read with no hub and no network', async () => {
  const past = receivedBrief({ stage: 'declined', reason: 'On another call', at: Date.now() - 86_400_000 })
  const sent = receivedBrief({ stage: 'accepted', direction: 'sent' })
  const second = { ...sent, brief: { ...sent.brief, id: 'b', headline: 'Oskar Rebane wants to cancel.' } }
  const window = await supervisor({ mirror: { settings: defaultSettings, link: 'down' }, briefs: [past, second] })
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('2 briefs')).toBeVisible()
  await userEvent.keyboard('/oskar')
  await expect.element(window.screen.getByText('1 brief', { exact: true })).toBeVisible()
  await userEvent.clear(window.screen.getByRole('searchbox'))
  await window.screen.getByRole('button', { name: /Marta Kask/ }).click()
  await expect.element(window.screen.getByText('You declined: On another call')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(window.screen.getByText('2 briefs')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(window.screen.getByRole('heading', { name: 'Steady, whoever calls' })).toBeVisible()
})

test('a record without briefs teaches what they are for and where to begin', async () => {
  const window = await supervisor({ mirror: { settings: defaultSettings } })
  await userEvent.keyboard('o')
  await expect.element(window.screen.getByText('No briefs yet')).toBeVisible()
  await window.screen.getByRole('button', { name: 'Team, colleagues and hub' }).click()
  await expect.element(window.screen.getByRole('dialog', { name: 'Team' })).toBeVisible()
})
