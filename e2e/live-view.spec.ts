import type { Page } from '@playwright/test'
import type { Callback } from '../shared/callbacks/callback.ts'
import { sampleCallback } from '../shared/callbacks/sample-callback.ts'
import { Agenda } from './drivers/agenda.ts'
import { PushingDialer } from './drivers/pushing-dialer.ts'
import { expect, test } from './fixtures.ts'

const call = { id: 'looked-at', direction: 'incoming', number: '+15550190', name: 'Marta Kask' } as const

/** Another Chromium draws the edges of letters a little differently; a word or a box in another place is far more than this. */
const likeness = { maxDiffPixelRatio: 0.01, threshold: 0.25, animations: 'disabled', caret: 'hide', maskColor: '#888' } as const

/**
 * The pictures lie beside this file. After a change that is meant to be seen, look at the new ones and keep them:
 *
 * `npm test -- e2e/live-view.spec.ts --project=browser --update-snapshots`
 */
for (const width of [360, 400, 800]) {
  test(`every state of the live view looks as it did, ${width} pixels wide`, { tag: '@browser-only' }, async ({ app, agent }) => {
    test.skip(app.shell !== 'browser' || process.platform !== 'linux', 'the pictures are of one browser on one system')
    const { page } = app
    await page.setViewportSize({ width, height: 860 })
    await standStill(page)
    const dialer = await PushingDialer.pluggedInto(app)
    const clock = page.locator('header p').filter({ hasText: /^\d+:\d\d$/ })
    const transferClock = page.locator('header span').filter({ hasText: /^(Live|On hold) \d/ })
    const running = [clock, transferClock, page.getByText(/^Talked /), page.getByLabel('Times of this call')]
    const looksAsBefore = async (state: string) => {
      await page.evaluate(() => document.fonts.ready)
      await expect(page).toHaveScreenshot(`${state}-${width}.png`, { ...likeness, mask: running })
    }
    const aSecondPasses = () => expect(clock).not.toHaveText('00:00')

    await dialer.says({ event: 'ringing', ...call })
    await agent.seesCallFrom(call.name)
    await aSecondPasses()
    await looksAsBefore('ringing')
    await dialer.says({ event: 'answered', ...call })
    await agent.isOnTheLine()
    await looksAsBefore('live')
    await agent.ticks()
    for (const [index, kind] of ['demanding', 'emotional', 'sceptical', 'fight-or-flight'].entries()) {
      await page.keyboard.press(String(index + 1))
      await looksAsBefore(kind)
    }
    await dialer.says({ event: 'held', ...call })
    await agent.seesHold()
    await aSecondPasses()
    await looksAsBefore('held')
    await dialer.says({ event: 'resumed', ...call })
    await agent.isOnTheLine()
    await page.keyboard.press('b')
    await page.keyboard.press('Enter')
    await looksAsBefore('ladder')
    await page.keyboard.press('t')
    await expect(page.getByText('Say to the caller')).toBeVisible()
    await looksAsBefore('transfer')
    await page.keyboard.press('c')
    await expect(page.getByRole('textbox', { name: 'Agreed day and time' })).toBeFocused()
    await looksAsBefore('callback')
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await page.keyboard.press('y')
    await looksAsBefore('parting')
    await page.keyboard.press('Escape')
    await dialer.says({ event: 'ended', ...call })
    await agent.seesWrapUp()
    await looksAsBefore('wrap-up')
  })
}

for (const width of [360, 400, 800]) {
  test(`the agenda and a call that is overdue look as they did, ${width} pixels wide`, { tag: '@browser-only' }, async ({
    app,
    agent,
  }) => {
    test.skip(app.shell !== 'browser' || process.platform !== 'linux', 'the pictures are of one browser on one system')
    const { page } = app
    await page.setViewportSize({ width, height: 860 })
    await standStill(page)
    const agenda = new Agenda(app)
    await agent.seesEmptyDesk()
    await app.letsPass((Date.parse(moment) - Date.now()) / 60_000)
    await agenda.has(promised)
    await expect(page.getByRole('toolbar', { name: 'Promised calls' })).toContainText('Overdue by 3m')
    await page.evaluate(() => document.fonts.ready)
    await expect(page).toHaveScreenshot(`alarm-bar-${width}.png`, likeness)
    await agenda.opens()
    await agenda.lists(promised.map(({ person }) => person.name))
    await expect(page).toHaveScreenshot(`agenda-${width}.png`, likeness)
  })
}

const moment = '2026-11-21T14:03:22Z'

const promised = [
  promisedCall(1, 'Marta Kask', '2026-11-21T14:00', 'Where order 88-1042 is'),
  promisedCall(2, 'Oskar Rebane', '2026-11-21T16:30', 'Whether the refund is out', { priority: 'high' }),
  promisedCall(3, 'Helen Saar', '2026-11-22T09:00', 'A firm delivery date', {
    keeper: 'deputy',
    deputy: { id: 'jaan', name: 'Jaan Tamm', briefId: '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10' },
  }),
  promisedCall(4, 'Nora Lind', '2026-11-30T10:15', 'Is the new router still steady?', { kind: 'satisfaction' }),
]

function promisedCall(serial: number, name: string, wall: string, reason: string, more: Partial<Callback> = {}): Callback {
  const time = { wall, zone: 'UTC', fold: 'only', at: Date.parse(`${wall}Z`), rules: 'seeded' } as const
  const person = { name, number: '+37255500142' }
  return sampleCallback({
    ...{ id: `5f0c0f3e-6a8b-4f0e-9c64-0d3b6f6a7b0${serial}`, person, reason, due: time, promisedFor: time },
    ...more,
  })
}

/** One zone and one moment (Playwright's language is always en-US), so that a time on the screen is the same each day. */
async function standStill(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page)
  await devTools.send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' })
  await page.clock.setFixedTime(moment)
}
