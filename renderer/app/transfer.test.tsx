import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import type { DialerPowers } from '../../shared/dialers/dialer-health.ts'
import { success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { Brief } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { noTeam, type Presence } from '../../shared/transfer/team.ts'
import { showApp } from './show-app.tsx'

const marta = { name: 'Marta Kask', number: '+37255500142' }
const ringing: CallReport = { type: 'call.ringing', dialer: 'baresip', ref: 'a', direction: 'incoming', party: marta }
const attended: DialerPowers = { answer: true, hold: true, hangUp: true, dial: false, consult: true, transfer: 'attended' }
const inPerson: DialerPowers = { answer: false, hold: false, hangUp: false, dial: false, consult: false, transfer: 'none' }

test('a caller goes to the manager by Enter alone, and the record has who said yes and when', async () => {
  const { screen, asked, sent, told, reports, saved } = await transferring()
  await expect.element(screen.getByText('Send the brief to Jaan Tamm?')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  const brief = await sent()
  told(brief, 'accepted')
  await expect.element(screen.getByText('Accepted')).toBeVisible()
  await userEvent.keyboard('d')
  reports({
    type: 'call.dialling',
    dialer: 'baresip',
    ref: 'b',
    direction: 'outgoing',
    party: { name: '', number: '201' },
    consultFor: 'a',
  })
  await userEvent.keyboard('{Enter}{Enter}{Enter}')
  await expect.element(screen.getByRole('button', { name: 'Hand over' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(() => asked.map(({ channel }) => channel).filter((channel) => channel.startsWith('consult.')))
    .toEqual(['consult.dial', 'consult.complete'])
  reports({ ...ringing, type: 'call.ended', end: { by: 'agent', outcome: 'transferred' } })
  await userEvent.keyboard('3{Enter}')
  await expect.poll(() => saved.at(-1)?.handling?.transfer?.entries.at(-1)?.stage).toBe('handedOver')
  expect(saved.at(-1)?.handling?.transfer?.attempts).toMatchObject([{ to: { id: 'jaan.tamm' }, result: 'accepted' }])
})

test('after a no the next colleague is one key away, and the brief is the same', async () => {
  const { screen, sent, told } = await transferring()
  await userEvent.keyboard('{Enter}')
  const first = await sent()
  told(first, 'declined', 'In a meeting')
  await expect.element(screen.getByText('In a meeting')).toBeVisible()
  await expect.element(screen.getByText('Send the brief to Liis Põld?')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  const second = await sent(2)
  expect({ ...second, id: first.id, to: first.to }).toEqual(first)
  expect(second.id).not.toBe(first.id)
})

test('nobody is handed over before the introduction: Hand over is not there, and leaving asks once', async () => {
  const { screen, sent, told } = await transferring()
  await userEvent.keyboard('{Enter}')
  told(await sent(), 'accepted')
  await expect.element(screen.getByRole('button', { name: 'Briefed' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Hand over' }).query()).toBeNull()
  await userEvent.keyboard('l')
  await expect.element(screen.getByRole('alertdialog')).toHaveTextContent('It goes on the record.')
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('button', { name: 'Briefed' })).toBeVisible()
})

test('Escape is the way back to the caller, with words for it, and the brief asked for is called back', async () => {
  const { screen, asked, sent } = await transferring()
  await userEvent.keyboard('{Enter}')
  const { id } = await sent()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByText("Nobody is free this minute, so I'm back.", { exact: false })).toBeVisible()
  await expect.poll(() => asked).toContainEqual({ channel: 'brief.withdraw', payload: { briefId: id } })
})

test('a brief that could not leave says so at once and the next colleague is suggested', async () => {
  const { screen } = await transferring({ send: 'refused' })
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('Not reached')).toBeVisible()
  await expect.element(screen.getByText('Send the brief to Liis Põld?')).toBeVisible()
})

test('with no hub the brief is on the screen to be read aloud, and the steps are ticked by hand', async () => {
  const { screen, asked } = await transferring({ people: [], powers: inPerson })
  await expect.element(screen.getByText('Call Carrier desk and ask?')).toBeVisible()
  await expect.element(screen.getByRole('heading', { name: 'Marta Kask needs a decision.' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('Do it on your phone', { exact: false })).toBeVisible()
  expect(asked.filter(({ channel }) => channel === 'brief.send')).toEqual([])
})

test('a phone that can only let go says what may be lost before it is used', async () => {
  const { screen, sent, told } = await transferring({ powers: { ...attended, transfer: 'blind' } })
  await userEvent.keyboard('{Enter}')
  told(await sent(), 'accepted')
  await expect.element(screen.getByText('baresip cannot join three parties.', { exact: false })).toBeVisible()
  await userEvent.keyboard('{Enter}{Enter}{Enter}')
  await expect.element(screen.getByText('if Jaan Tamm does not pick up, the caller is lost', { exact: false })).toBeVisible()
})

test('a phone that lost the caller while passing on says so, with the number to call back', async () => {
  const { screen, reports } = await transferring()
  reports({ ...ringing, type: 'call.ended', end: { by: 'agent', outcome: 'transfer-failed' } })
  await expect
    .element(screen.getByText('Passing on did not work and the line is gone. Call back now: +37255500142'))
    .toBeVisible()
})

test('the brief is corrected in place, and its words are counted against what is read in time', async () => {
  const { screen, sent } = await transferring({ briefWords: 20 })
  await userEvent.keyboard('e')
  await screen.getByRole('textbox', { name: 'Asking you' }).fill('A firm date, or a refund today.')
  await expect.element(screen.getByText(/are read in time/)).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('button', { name: /Send to Jaan Tamm/ })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(await sent()).toMatchObject({
    request: 'A firm date, or a refund today.',
    readBack: 'So: a firm date, or a refund today. Put them through.',
  })
})

interface Start {
  readonly people?: readonly Presence[]
  readonly powers?: DialerPowers
  readonly briefWords?: number
  readonly send?: 'works' | 'refused'
}

/** Marta has been told, and the agent chooses who takes it. */
async function transferring({ people = colleagues(), powers = attended, briefWords = 120, send = 'works' }: Start = {}) {
  await page.viewport(400, 860)
  const done = () => success({ by: 'dialer' } as const)
  const app = await showApp({
    powers,
    mirror: {
      team: { ...noTeam, link: { state: 'up', since: Date.now() }, people },
      settings: {
        ...defaultSettings,
        agentName: 'Ana',
        team: { ...defaultSettings.team, enabled: true, user: 'ana.sild' },
        transfer: { answerWithinSeconds: 30, briefWords },
        directory: [{ id: 'carrier-desk', name: 'Carrier desk', role: 'expert', topics: ['carriers'], number: '600 1234' }],
      },
    },
    answers: {
      'brief.send': (brief) =>
        send === 'works' ? success(recordOf(brief, 'waiting')) : { ok: false, failure: { kind: 'brief.noHub' } },
      'brief.withdraw': () => ({ ok: false, failure: { kind: 'brief.unknown' } }),
      'consult.dial': done,
      'consult.complete': done,
    },
  })
  app.reports(ringing)
  app.reports({ ...ringing, type: 'call.answered' })
  await expect.element(app.screen.getByRole('button', { name: 'Done' })).toBeVisible()
  await userEvent.keyboard('{Escape}t')
  await expect.element(app.screen.getByRole('button', { name: 'Told' })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  return {
    ...app,
    /** The newest brief, once so many were sent. */
    async sent(count = 1): Promise<Brief> {
      const briefs = () => app.asked.filter(({ channel }) => channel === 'brief.send').map(({ payload }) => payload as Brief)
      await expect.poll(() => briefs().length).toBe(count)
      const newest = briefs().at(-1)
      if (newest === undefined) throw new Error('no brief was sent')
      return newest
    },
    told: (brief: Brief, stage: BriefRecord['stage'], reason = '') => app.briefChanged({ ...recordOf(brief, stage), reason }),
  }
}

function colleagues(): readonly Presence[] {
  const seen = { since: Date.now() - 60_000, seenAt: Date.now() - 4000 }
  return [
    {
      person: { id: 'liis.pold', name: 'Liis Põld', role: 'expert', topics: ['carriers'], number: '202' },
      availability: 'available',
      ...seen,
    },
    {
      person: { id: 'jaan.tamm', name: 'Jaan Tamm', role: 'manager', topics: ['deliveries'], number: '201' },
      availability: 'available',
      ...seen,
    },
  ]
}

function recordOf(brief: Brief, stage: BriefRecord['stage']): BriefRecord {
  return { brief, direction: 'sent', stage, at: Date.now(), stageAt: Date.now(), reason: '', followUp: null }
}
