import { expect, type Page } from '@playwright/test'
import type { CallState } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { practiceCaller } from '../../shared/practice/practice-caller.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import type { App } from '../app/app.ts'
import { ask } from '../app/contract-from-page.ts'
import { storeCallbacks } from './stored-callbacks.ts'

/** What a look at one screen finds wrong. */
export type Look = (page: Page) => Promise<readonly string[]>

/**
 * Walks through every screen by keys alone, so that it finds its way in any language, and collects what `look` finds.
 *
 * @returns a line for each finding, beginning with the screen it was found on
 */
export async function visitEveryScreen(app: App, settings: Partial<Settings>, look: Look): Promise<readonly string[]> {
  const { page } = app
  const findings: string[] = []
  const visit = async (screen: string) => {
    for (const finding of await look(page)) findings.push(`${screen}: ${finding}`)
  }
  const dialog = page.getByRole('dialog')
  const panel = page.getByRole('main').getByRole('region').first()

  await ask(page, 'settings.change', settings)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await visit('empty desk')
  for (const [screen, key] of [
    ['keys', '?'],
    ['settings', ','],
    ['start by hand', 'm'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(dialog, screen).toBeVisible()
    await visit(screen)
    await page.keyboard.press('Escape')
    await expect(dialog, screen).toBeHidden()
  }

  await page.keyboard.press('g')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await visit('no callbacks')
  await openWeek(page)
  await visit('week of callbacks')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  await expect(panel, 'new callback').toBeVisible()
  await visit('new callback')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('Escape')

  await visitPromises(page, visit)

  await page.keyboard.press('l')
  await expect(page.getByRole('article')).toHaveCount(4)
  await visit('playbooks')
  await page.getByRole('article').first().getByRole('button').first().press('Enter')
  await expect(page.getByRole('textbox')).toBeVisible()
  await visit('playbook read')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('article')).toHaveCount(4)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('article')).toHaveCount(0)

  await page.keyboard.press('t')
  await callIs(page, 'ringing')
  await visit('ringing')
  await page.keyboard.press('a')
  await callIs(page, 'live')
  await visit('live')
  await page.keyboard.press('1')
  for (const [screen, keys] of panels) {
    for (const key of keys) await page.keyboard.press(key)
    await expect(panel, screen).toBeVisible()
    await visit(screen)
    await page.keyboard.press('Escape')
    await expect(panel, screen).toBeHidden()
  }
  const stage = page.getByRole('main').getByRole('status').locator('b')
  await page.keyboard.press('t')
  await expect(stage).toBeVisible()
  await visit('transfer')
  await page.keyboard.press('Enter')
  await visit('transfer without anybody')
  await page.keyboard.press('e')
  await expect(panel, 'brief').toBeVisible()
  await visit('brief')
  await page.keyboard.press('Escape')
  await expect(panel, 'brief').toBeHidden()
  await page.keyboard.press('Escape')
  await visit('back from a transfer')
  await page.keyboard.press('Enter')
  await expect(stage).toBeHidden()
  await page.keyboard.press('h')
  await callIs(page, 'held')
  await visit('on hold')
  await page.keyboard.press('h')
  await callIs(page, 'live')
  await page.keyboard.press('n')
  await page.keyboard.type('A note to look at')
  await visit('note being written')
  await page.keyboard.press('Escape')
  await page.keyboard.press('w')
  await expect(page.getByRole('alertdialog')).toBeVisible()
  await visit('asked to end')
  await page.keyboard.press('Enter')
  await callIs(page, 'ended')
  await visit('wrap-up')
  await page.keyboard.press('m')
  await expect(panel).toBeVisible()
  await visit('more of the wrap-up')
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await page.keyboard.press('1')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list').getByRole('listitem')).toHaveCount(1)
  await visit('desk with a note')
  await page.getByRole('list').getByRole('listitem').getByRole('button').press('Enter')
  await expect(page.getByRole('article')).toBeVisible()
  await expect(panel, 'report').toBeVisible()
  await visit('note')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(page.getByRole('navigation')).toBeVisible()
  for (const [screen, key] of [
    ['a day looked back on', '1'],
    ['notes', '2'],
    ['people', '3'],
    ['care with data', '4'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('navigation').locator(`[aria-keyshortcuts="${key}"]`)).toHaveAttribute('aria-current', 'page')
    await visit(screen)
  }
  await page.keyboard.press('1')
  await page.locator('[data-call]').first().press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveCount(0)
  await visit('call looked back on')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('navigation')).toHaveCount(0)
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('nothing like it')
  await expect(page.getByRole('status').filter({ hasText: /\b0\b/ })).not.toHaveCount(0)
  await visit('nothing found')
  return findings
}

/** Promised calls: one that rings, the agenda and the week with both, one read, and a new one for the time of another. */
async function visitPromises(page: Page, visit: (screen: string) => Promise<void>): Promise<void> {
  const [late, tomorrow] = [Date.now() - 12 * 60_000, new Date().setUTCHours(34, 0, 0, 0)]
  await page.evaluate(storeCallbacks, [promisedFor(late), promisedFor(tomorrow)])
  await page.reload()
  await expect(page.getByRole('main')).toBeFocused()
  await expect(page.locator('[aria-keyshortcuts=Q]')).toBeVisible()
  await visit('a promised call that rings')
  await page.keyboard.press('g')
  const rows = page.locator('[data-callback]')
  await expect(rows).toHaveCount(2)
  await visit('callbacks')
  await rows.first().press('Enter')
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(practiceCaller.name)
  await visit('callback')
  await page.keyboard.press('Escape')
  await openWeek(page)
  await visit('week with callbacks')
  await page.keyboard.press('Escape')
  await page.keyboard.press('a')
  const form = page.getByRole('main').getByRole('region').first()
  await expect(form).toBeVisible()
  for (const text of [practiceCaller.name, '+37255500142', wallInTallinn(tomorrow)]) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await expect(form.locator('.text-warn')).toBeVisible()
  await visit('a promise beside another')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('searchbox')).toBeVisible()
  await page.keyboard.press('Escape')
}

async function openWeek(page: Page): Promise<void> {
  await page.keyboard.press('w')
  await expect(page.getByRole('main').locator('[aria-pressed]')).toHaveCount(7)
}

/** Of somebody whose name no language changes. */
function promisedFor(at: number): Callback {
  const due = { wall: wallInTallinn(at).replace(' ', 'T'), zone: 'Europe/Tallinn', fold: 'only', at, rules: '' } as const
  const words = { reason: '', topic: '', promised: '' }
  return sampleCallback({
    id: crypto.randomUUID(),
    person: { ...practiceCaller, number: '+37255500143' },
    ...words,
    due,
    promisedFor: due,
  })
}

function wallInTallinn(at: number): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Tallinn' }).format(at)
}

/** What lies over a live call, with the keys that lead there. */
const panels = [
  ['kind of client', ['i']],
  ['ladder', ['b', 'Enter']],
  ['callback', ['c']],
  ['parting ways', ['b', 'y']],
] as const

async function callIs(page: Page, state: CallState): Promise<void> {
  await expect.poll(async () => (await ask(page, 'companion.snapshot', null)).calls.map((call) => call.state)).toEqual([state])
}
