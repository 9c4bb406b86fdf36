import axe from 'axe-core'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { alarmOf, dueCallback } from '../callbacks/due-callback.ts'
import { sampleCall, sampleNote } from '../review/sample-calls.ts'
import { deputysBrief, receivedBrief } from '../transfer/fake-briefs.ts'
import { busyAgenda } from './fake-agenda.ts'
import { builtInEntry, entryOf, fakePlaybookFiles, oursText } from './fake-playbook-files.ts'
import { pastCall } from './past-calls.ts'
import { type Shown, showApp } from './show-app.tsx'

type Window = Awaited<ReturnType<typeof showApp>>

interface Screen {
  readonly name: string
  readonly start?: Shown
  readonly reach: (window: Window) => Promise<void>
}

const history = [
  pastCall('1', 'Marta Kask', 'Order late, wants a refund'),
  pastCall('2', '', null, { endCause: 'missed', answeredAt: null }),
]
const looked: Shown = {
  history: [
    {
      call: sampleCall('a', Date.now() - 1000),
      note: sampleNote('a', {
        handling: {
          ...{ playbook: { id: 'ours', version: '1' }, kind: null, triggers: [], steps: {}, partingApprovedBy: null },
          ladder: [{ rung: 'calm', at: 1, said: 'I want to help.' }],
          outcome: { ...blankOutcome, hardness: 4 },
        },
        learning: 'Name the date first',
        links: ['c'],
      }),
    },
    { call: sampleCall('b', Date.now() - 900), note: null },
    { call: sampleCall('c', Date.now() - 800), note: sampleNote('c') },
  ],
}
const handOnly: Shown = { powers: { answer: false, hold: false, hangUp: false, dial: false, consult: false, transfer: 'none' } }

const brokenText = `${oursText}name: Again`
const playbooks: Shown = {
  mirror: {
    playbooks: [builtInEntry, { ...entryOf('ours.yaml', oursText), errors: entryOf('ours.yaml', brokenText).errors }],
  },
  answers: fakePlaybookFiles(new Map([['ours.yaml', brokenText]])),
}

async function toPlaybooks({ screen }: Window): Promise<void> {
  await expect.element(screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}l')
  await expect.poll(() => screen.getByRole('article').elements().length).toBe(2)
}

/** The playbook of the team, whose text cannot be read. */
async function toEditor(window: Window): Promise<void> {
  await toPlaybooks(window)
  await window.screen.getByRole('article').nth(1).getByRole('button').nth(1).click()
  await expect.element(window.screen.getByRole('textbox')).toHaveFocus()
  await expect.poll(() => document.querySelectorAll('section ul button').length).toBe(1)
}

function called(to: CallReport['type'], dialer: CallReport['dialer'] = 'baresip') {
  const common = { dialer, ref: 'a', direction: 'incoming', party: { name: 'Marta Kask', number: '+37255500142' } } as const
  return async ({ screen, reports }: Window) => {
    reports({ type: 'call.ringing', ...common })
    if (to !== 'call.ringing') reports({ type: 'call.answered', ...common })
    if (to === 'call.held') reports({ type: 'call.held', ...common })
    if (to === 'call.ended') reports({ type: 'call.ended', ...common, end: { by: 'far-end' } })
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  }
}

async function typed(keys: string, { screen }: Window, role: 'dialog' | 'alertdialog'): Promise<void> {
  await userEvent.keyboard(`{Escape}${keys}`)
  await expect.element(screen.getByRole(role)).toBeVisible()
}

/** A panel that lies over the lower part of a live call. */
function opened(keys: string) {
  return async (window: Window) => {
    await called('call.answered')(window)
    await openPanel(keys)
  }
}

/** The form of a promise, with what was typed understood. */
function promising(time: string) {
  return async (window: Window) => {
    await opened('c')(window)
    await userEvent.keyboard(time)
    await expect.poll(() => field('[role=status]').element().textContent).toContain(':')
  }
}

/** Around what `tomorrow 10:30` means to a caller in Tallinn. */
function promisedTomorrow() {
  const day = Temporal.Now.plainDateISO('Europe/Tallinn').add({ days: 1 })
  const at = day.toZonedDateTime({ timeZone: 'Europe/Tallinn', plainTime: '10:40' }).epochMilliseconds
  return dueCallback(Math.round((at - Date.now()) / 60_000), { person: { name: 'Oskar Rebane', number: '+37255500143' } })
}

/** A transfer takes the whole screen of a live call. */
function inTransfer(keys: string) {
  return async (window: Window) => {
    await called('call.answered')(window)
    await userEvent.keyboard(`{Escape}${keys}`)
    await expect.poll(() => document.activeElement?.tagName).toBe('H1')
  }
}

async function openPanel(keys: string): Promise<void> {
  await userEvent.keyboard(`{Escape}${keys}`)
  await expect.poll(() => document.activeElement?.closest('section')?.ariaLabel).toBeTruthy()
}

/** The room where calls are looked back on, with the list that all else is reached from. */
function reviewing(keys = '', shows = 'nav') {
  return async ({ screen }: Window) => {
    await expect.element(screen.getByRole('main')).toHaveFocus()
    await userEvent.keyboard('{Escape}r')
    await expect.poll(() => document.querySelectorAll('[data-call=a]').length, { timeout: 10_000 }).toBeGreaterThan(1)
    if (keys !== '') await userEvent.keyboard(keys)
    await expect.poll(() => document.querySelector(shows)).not.toBeNull()
  }
}

function field(selector: string) {
  const found = document.querySelector(`section[aria-label] ${selector}`)
  if (found === null) throw new Error(`no ${selector} in a panel`)
  return page.elementLocator(found)
}

const colleague = { id: 'book.ana', name: 'Ana Sild', role: 'expert', topics: ['refunds'], number: '+37255500142' } as const
const teamed: Shown = {
  briefs: [receivedBrief({ stage: 'declined', reason: 'On another call' })],
  mirror: {
    settings: {
      ...defaultSettings,
      directory: [colleague],
      team: { ...defaultSettings.team, enabled: true, role: 'manager', url: 'mqtts://hub.example:8883', user: 'jaan.tamm' },
    },
    team: { link: { state: 'up', since: 0 }, people: [], self: 'available' },
    hub: { state: 'running', urls: ['mqtt://192.168.1.20:1883'], encrypted: false, members: ['jaan.tamm'] },
    secrets: ['hubPassword', 'webhookUrl'],
  },
  answers: { 'hub.admit': () => ({ ok: true, value: { password: 'correct-horse-battery' } }) },
}

/** A brief that came in, opened by its key. */
function briefed(changes: Partial<BriefRecord>, keys = '') {
  return async (window: Window) => {
    await expect.element(window.screen.getByRole('main')).toHaveFocus()
    window.briefChanged(receivedBrief({ at: Date.now(), stageAt: Date.now(), ...changes }))
    await expect
      .poll(() => document.querySelector('[aria-keyshortcuts=O].bg-accent, [aria-keyshortcuts=O].border'))
      .not.toBeNull()
    await userEvent.keyboard('{Escape}o')
    await expect.element(window.screen.getByRole('article')).toBeVisible()
    if (keys) await userEvent.keyboard(keys)
  }
}

function deputized(changes: Partial<BriefRecord>) {
  return async (window: Window) => {
    await briefed({ brief: deputysBrief(Date.now() - 12 * 60_000).brief, ...changes })(window)
  }
}

const overdue = dueCallback(-12, {
  promised: 'A call even without the answer',
  notes: 'Likes short answers',
  deputy: { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10' },
})

async function rung({ screen, steadyline, mirror }: Window): Promise<void> {
  const open = await steadyline.callbacks.store.open()
  const alarms = open.ok ? open.value.map((callback) => alarmOf(callback)) : []
  mirror.set({ ...mirror.get(), alarms })
  await expect.poll(() => document.querySelector('[aria-keyshortcuts=Q]')).not.toBeNull()
  await expect.element(screen.getByRole('main')).toHaveFocus()
}

async function toTeam({ screen }: Window): Promise<void> {
  await expect.element(screen.getByRole('main')).toHaveFocus()
  document.querySelector<HTMLElement>('[aria-describedby=hub-button-opens]')?.click()
  await expect.element(screen.getByRole('dialog').getByRole('switch').first()).toBeInTheDocument()
}

/** The directory, by the second button of the team's own section. */
async function toPeople(window: Window): Promise<void> {
  await toTeam(window)
  await window.screen.getByRole('dialog').getByRole('region').nth(1).getByRole('button').click()
  await expect.element(window.screen.getByRole('article')).toBeVisible()
}

async function pickTable(text: string): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  const files = new DataTransfer()
  files.items.add(new File([text], 'people.csv'))
  if (input) input.files = files.files
  input?.dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(() => document.querySelectorAll('[aria-haspopup=listbox]').length).toBe(5)
}

/** The room of callbacks, and keys from there. */
function inAgenda(keys = '') {
  return async ({ screen }: Window) => {
    await expect.element(screen.getByRole('main')).toHaveFocus()
    await userEvent.keyboard('{Escape}g')
    await expect.poll(() => document.querySelector('[data-callback]'), { timeout: 10_000 }).not.toBeNull()
    document.querySelector<HTMLElement>('[data-callback]')?.focus()
    if (keys) await userEvent.keyboard(keys)
  }
}

function inAgendaPanel(keys: string) {
  return async (window: Window) => {
    await inAgenda(keys)(window)
    await expect.poll(() => document.activeElement?.closest('section')?.ariaLabel).toBeTruthy()
  }
}

async function toCalendarPreview(window: Window): Promise<void> {
  await inAgenda()(window)
  const more = document.querySelector('[aria-keyshortcuts=W]')?.previousElementSibling
  if (more instanceof HTMLElement) more.click()
  await expect.poll(() => document.querySelector('input[type=file]')).not.toBeNull()
  const event = (uid: string, start: string) => `BEGIN:VEVENT\nUID:${uid}\nSUMMARY:Call Ana\nDTSTART:${start}\nEND:VEVENT\n`
  const text = `BEGIN:VCALENDAR\n${event('a', '20201201T100000Z')}${event('b', '20280101T100000')}END:VCALENDAR\n`
  const files = new DataTransfer()
  files.items.add(new File([text], 'team.ics'))
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input) input.files = files.files
  input?.dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(() => document.querySelector('[aria-haspopup=listbox]')).not.toBeNull()
}

const screens: readonly Screen[] = [
  { name: 'the agenda', start: { callbacks: busyAgenda }, reach: inAgenda() },
  {
    name: 'the agenda without a callback',
    reach: async (window) => {
      await expect.element(window.screen.getByRole('main')).toHaveFocus()
      await userEvent.keyboard('{Escape}g')
      await expect.element(window.screen.getByRole('searchbox')).toBeVisible()
    },
  },
  { name: 'the agenda with one read', start: { callbacks: busyAgenda }, reach: inAgenda('{Enter}') },
  { name: 'the agenda with one to move', start: { callbacks: busyAgenda }, reach: inAgendaPanel('m') },
  { name: 'the agenda with one to cancel', start: { callbacks: busyAgenda }, reach: inAgendaPanel('x') },
  { name: 'the agenda with one to edit', start: { ...teamed, callbacks: busyAgenda }, reach: inAgendaPanel('e') },
  { name: 'the agenda with a person', start: { callbacks: busyAgenda }, reach: inAgendaPanel('i') },
  {
    name: 'the agenda of a week',
    start: { callbacks: busyAgenda },
    reach: async (window) => {
      await inAgenda('w')(window)
      await expect.poll(() => document.querySelector('[data-callback]')).toBeNull()
      await expect.element(window.screen.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  { name: 'the agenda before an import', start: { callbacks: busyAgenda }, reach: toCalendarPreview },
  {
    name: 'an empty desk',
    reach: async ({ screen }) => void (await expect.element(screen.getByRole('heading', { level: 1 })).toBeVisible()),
  },
  {
    name: 'a history',
    start: { history },
    reach: async ({ screen }) => void (await expect.element(screen.getByRole('searchbox')).toBeVisible()),
  },
  { name: 'the keys', reach: (window) => typed('?', window, 'dialog') },
  {
    name: 'the settings',
    reach: async (window) => {
      await typed(',', window, 'dialog')
      await expect.element(window.screen.getByRole('radiogroup').first()).toBeVisible()
    },
  },
  { name: 'the playbooks', start: playbooks, reach: toPlaybooks },
  { name: 'a playbook with an error', start: playbooks, reach: toEditor },
  {
    name: 'changes to a playbook about to be left',
    start: playbooks,
    reach: async (window) => {
      await toEditor(window)
      await window.screen.getByRole('textbox').fill(`${oursText}# mine`)
      await userEvent.keyboard('{Escape}{Escape}')
      await expect.element(window.screen.getByRole('alertdialog')).toBeVisible()
    },
  },
  {
    name: 'the preview of a playbook',
    start: playbooks,
    reach: async (window) => {
      await toEditor(window)
      await window.screen.getByRole('textbox').fill(oursText)
      if (innerWidth < 800) await window.screen.getByRole('radio').nth(1).click({ force: true })
      await expect.element(window.screen.getByText('Good day.', { exact: true }).last()).toBeVisible()
      await userEvent.keyboard('{Escape}1')
    },
  },
  { name: 'a brief that asks', start: teamed, reach: briefed({}) },
  { name: 'a brief that was put off', start: teamed, reach: briefed({ stage: 'soon' }) },
  { name: 'a brief about to be declined', start: teamed, reach: briefed({ stage: 'read' }, 'b') },
  {
    name: 'a brief that was accepted',
    start: teamed,
    reach: briefed({ stage: 'accepted', followUp: { note: 'Agreed on Friday.', outcome: 'Resolved', version: 1 } }),
  },
  { name: 'a promise for its deputy', start: teamed, reach: deputized({}) },
  { name: 'a promise its deputy took on', start: teamed, reach: deputized({ stage: 'accepted' }) },
  {
    name: 'a live call with a brief at the edge',
    start: teamed,
    reach: async (window) => {
      await called('call.answered')(window)
      window.briefChanged(receivedBrief({ at: Date.now() }))
      await expect.poll(() => document.querySelector('[aria-keyshortcuts=O]')).not.toBeNull()
    },
  },
  {
    name: 'the briefs of the past',
    start: teamed,
    reach: async ({ screen }) => {
      await expect.element(screen.getByRole('main')).toHaveFocus()
      await userEvent.keyboard('o')
      await expect.element(screen.getByRole('searchbox')).toBeVisible()
    },
  },
  {
    name: 'a record without briefs',
    reach: async ({ screen }) => {
      await expect.element(screen.getByRole('main')).toHaveFocus()
      await userEvent.keyboard('o')
      await expect.poll(() => screen.getByRole('heading', { level: 1 }).elements().length).toBe(1)
    },
  },
  {
    name: 'the team with a new password',
    start: teamed,
    reach: async (window) => {
      await toTeam(window)
      await window.screen.getByRole('dialog').getByRole('listitem').last().getByRole('button').first().click()
      await expect.element(window.screen.getByText('correct-horse-battery')).toBeInTheDocument()
    },
  },
  { name: 'the people', start: teamed, reach: toPeople },
  {
    name: 'a person being written',
    start: teamed,
    reach: async (window) => {
      await toPeople(window)
      await userEvent.keyboard('a')
      await expect.element(window.screen.getByRole('radiogroup')).toBeVisible()
    },
  },
  {
    name: 'people before they are imported',
    start: teamed,
    reach: async (window) => {
      await toPeople(window)
      await pickTable('Name,Phone\nLiis Põld,101\n,102\nJaan Tamm,call me\n')
    },
  },
  { name: 'a call by hand', reach: (window) => typed('m', window, 'dialog') },
  { name: 'a ringing call', reach: called('call.ringing') },
  { name: 'a ringing call marked by hand', start: handOnly, reach: called('call.ringing') },
  { name: 'a live call', reach: called('call.answered') },
  { name: 'a practice call', reach: called('call.answered', 'practice') },
  { name: 'a held call', reach: called('call.held') },
  {
    name: 'a question before the end',
    reach: async (window) => {
      await called('call.answered')(window)
      await typed('w', window, 'alertdialog')
    },
  },
  { name: 'a kind of client with its advice', reach: opened('1i') },
  { name: 'the first rung of the ladder', reach: opened('b') },
  { name: 'a ladder that was climbed', reach: opened('b{Enter}{Enter}') },
  { name: 'a transfer before a word is said', reach: inTransfer('t') },
  { name: 'a transfer with nobody to ask', reach: inTransfer('t{Enter}') },
  { name: 'a caller who was taken back', reach: inTransfer('t{Enter}{Escape}') },
  { name: 'a promised callback', reach: opened('c') },
  { name: 'a promised callback with its time', start: teamed, reach: promising('tomorrow 10:30') },
  {
    name: 'a promised callback beside another one',
    start: { callbacks: [promisedTomorrow()] },
    reach: async (window) => {
      await promising('tomorrow 10:30')(window)
      await expect.element(window.screen.getByText('Oskar Rebane', { exact: false }).last()).toBeVisible()
    },
  },
  { name: 'a promised callback with a question', reach: promising('tomorrow at 3') },
  { name: 'a promised callback outside calling hours', reach: promising('tomorrow 22:15') },
  {
    name: 'a promised callback with everything about it',
    start: teamed,
    reach: async (window) => {
      await promising('tomorrow 10:30')(window)
      await field('form [aria-expanded]').click()
      await field('form p button').click()
      await expect.element(window.screen.getByRole('combobox')).toBeVisible()
    },
  },
  { name: 'a parting that waits for a name', reach: opened('by') },
  {
    name: 'a parting with its words',
    reach: async (window) => {
      await opened('by')(window)
      await field('input').fill('Jaan Tamm')
      await userEvent.keyboard('{Enter}')
      await expect.element(window.screen.getByText('Jaan Tamm')).toBeVisible()
    },
  },
  {
    name: 'a caller with a pattern and a nudge',
    start: { standing: { judgement: 'pattern', calls: 5, hardCalls: 3 } },
    reach: async (window) => {
      await called('call.held')(window)
      window.passes(46_000)
      await expect.element(window.screen.getByText('00:45')).toBeVisible()
    },
  },
  { name: 'a wrap-up', reach: called('call.ended') },
  {
    name: 'a wrap-up with all its questions',
    reach: async (window) => {
      await opened('b{Enter}')(window)
      window.reports({ type: 'call.ended', dialer: 'baresip', ref: 'a', end: { by: 'far-end' } })
      await expect.element(window.screen.getByRole('radio', { name: 'Resolved' })).toBeVisible()
      await openPanel('m')
      await window.screen.getByText('Refund', { exact: true }).click()
      await field('fieldset input[inputmode=numeric]').fill('500')
      await expect.poll(() => document.querySelectorAll('fieldset input[inputmode=text]').length).toBe(1)
    },
  },
  {
    name: 'a promised call that is overdue',
    start: { callbacks: [overdue, dueCallback(3)] },
    reach: rung,
  },
  {
    name: 'a promised call that the dialer refuses',
    start: {
      callbacks: [overdue],
      answers: { 'call.dial': () => ({ ok: false, failure: { kind: 'dialer.cannot', dialer: 'baresip', command: 'dial' } }) },
    },
    reach: async (window) => {
      await rung(window)
      await userEvent.keyboard('{Escape}q')
      await expect.element(window.screen.getByRole('alert')).toBeVisible()
    },
  },
  {
    name: 'a live call that may keep a promise',
    start: { callbacks: [overdue] },
    reach: async (window) => {
      await window.knowsPromises()
      await called('call.answered')(window)
      await expect.poll(() => document.querySelector('[aria-keyshortcuts=Y]')).not.toBeNull()
    },
  },
  { name: 'a day looked back on', start: looked, reach: reviewing() },
  { name: 'a day without calls', start: looked, reach: reviewing('{ArrowLeft}') },
  { name: 'a wrap-up that was left open', start: looked, reach: reviewing('j{Enter}', 'textarea') },
  { name: 'a call with its incident, learning and links', start: looked, reach: reviewing('jj{Enter}', 'h1.text-say') },
  { name: 'the notes', start: looked, reach: reviewing('2', 'search') },
  { name: 'the people outside', start: looked, reach: reviewing('3') },
  { name: 'the care of the data', start: looked, reach: reviewing('4') },
  { name: 'a file for a supervisor', start: looked, reach: reviewing('x', '[role=dialog] button') },
  {
    name: 'a store that stopped',
    reach: async (window) => {
      window.storage.set({ kind: 'stopped', cause: 'QuotaExceededError' })
      await expect.element(window.screen.getByRole('alert')).toBeVisible()
    },
  },
]

for (const theme of ['light', 'dark'] as const) {
  test.each(screens)(`$name has no serious barrier in the ${theme} look`, async ({ start, reach }) => {
    await reach(await showApp({ ...start, theme }))
    const { violations } = await axe.run(document, { resultTypes: ['violations'] })
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html}`))).toEqual([])
  })
}

for (const width of [360, 400, 800]) {
  test.each(screens)(`$name fits ${width} pixels in a language 40 % longer`, async ({ start, reach }) => {
    await page.viewport(width, 860)
    await reach(await showApp({ ...start, language: 'en-XA' }))
    expect(cutOff()).toEqual([])
  })
}

for (const language of ['en', 'en-XA'] as const) {
  test.each([
    ['nothing else', {}],
    ['another promise for that time', { callbacks: [promisedTomorrow()] }],
    ['a promise of the caller due', { callbacks: [overdue] }],
  ])(`a call is promised at one look, 400 by 760 pixels in ${language}, beside %s`, async (_, start: Shown) => {
    await page.viewport(400, 760)
    const window = await showApp({ ...teamed, ...start, language })
    if (start.callbacks) await window.knowsPromises()
    await promising('tomorrow 10:30')(window)
    const button = field('form button[type=submit]')
    await expect.element(button).toBeEnabled()
    const parts = [field('form input'), field('[role=status] p'), field('[role=status] ul'), button]
    expect(parts.map((part) => isInSight(part.element()))).toEqual([true, true, true, true])
  })
}

/** Whole in the window, with nothing over any corner of it. */
function isInSight(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect()
  if (left < 0 || top < 0 || right > innerWidth || bottom > innerHeight) return false
  const corners = [left + 8, right - 8].flatMap((x) => [top + 4, bottom - 4].map((y) => document.elementFromPoint(x, y)))
  return corners.every((found) => found !== null && (element.contains(found) || found.contains(element)))
}

/** Texts that reach beyond the window or beyond a box that hides what does not fit. */
function cutOff(): readonly string[] {
  const controls = [...document.querySelectorAll<HTMLElement>('button, p, h1, h2, h3, label, dd, dt')]
  return controls
    .filter((element) => element.closest('.sr-only') === null && element.getClientRects().length > 0)
    .filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return left < -1 || right > innerWidth + 1 || element.scrollWidth > element.clientWidth + 1
    })
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .map((element) => element.textContent ?? '')
}
