import { afterEach, expect, test, vi } from 'vitest'
import { type Locator, page, userEvent } from 'vitest/browser'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { failed, success } from '../../shared/result.ts'
import { alarmOf } from '../callbacks/due-callback.ts'
import { loadNumberingPlans } from '../words/phone-numbers.ts'
import { promisedTo } from './fake-agenda.ts'
import { type Shown, showApp } from './show-app.tsx'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

afterEach(() => {
  vi.useRealTimers()
})

async function openRoom(callbacks: readonly Callback[], start: Shown = {}) {
  const shown = await showApp({
    callbacks,
    ...start,
    answers: { 'alarm.set': () => success(null), 'alarm.clear': () => success(null), ...start.answers },
  })
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}g')
  await expect.element(shown.screen.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible()
  const kept = async (id: string) => {
    const found = await shown.steadyline.callbacks.store.find(id)
    return found.ok ? found.value : undefined
  }
  return { ...shown, kept }
}

test('an agent sees what is overdue first, and the days to come after it', async () => {
  const { screen } = await openRoom([
    promisedTo('Later Lembit', 30 * day),
    promisedTo('Late Liis', -40 * minute),
    promisedTo('Tomorrow Tiina', day),
  ])
  await expect.element(screen.getByRole('list', { name: 'Overdue' }).getByRole('button')).toHaveTextContent('Late Liis')
  await expect.element(screen.getByRole('list', { name: 'Overdue' }).getByRole('button')).toHaveTextContent(/4\dm late/)
  await expect.element(screen.getByRole('list', { name: 'Tomorrow' })).toHaveTextContent('Tomorrow Tiina')
  await expect.element(screen.getByRole('list', { name: 'Later' })).toHaveTextContent('Later Lembit')
})

test('a promise whose alarm is not on the disk says that a restart would forget it, until it is', async () => {
  let disk: 'full' | 'works' = 'full'
  const answers: Shown['answers'] = {
    'alarm.set': () => (disk === 'full' ? failed({ kind: 'alarm.notKept', cause: 'ENOSPC' }) : success(null)),
  }
  const { screen, steadyline } = await openRoom([], { answers })
  await userEvent.keyboard('a')
  await screen.getByRole('textbox', { name: 'Who to call' }).fill('Ants')
  await screen.getByRole('textbox', { name: 'Their number' }).fill('+37255500142')
  await screen.getByRole('textbox', { name: 'Agreed day and time' }).fill('tomorrow 10:00')
  await screen.getByRole('button', { name: 'Promise it' }).click()
  await expect.element(screen.getByText(/^Promised for /)).toBeVisible()
  await expect.element(screen.getByText(/A restart would forget its alarm/)).toBeVisible()
  await screen.getByRole('button', { name: 'Close' }).last().click()
  await row(screen, 'Ants').click()
  await expect.element(screen.getByText(/A restart would forget its alarm/)).toBeVisible()
  disk = 'works'
  const [made] = steadyline.callbacks.unwritten.get()
  await steadyline.callbacks.edit(made ?? '', { topic: 'deliveries' })
  await expect.poll(() => screen.getByText(/A restart would forget its alarm/).query()).toBeNull()
})

test('an empty agenda says what would stand there', async () => {
  const { screen } = await openRoom([])
  await expect.element(screen.getByText('Nothing promised')).toBeVisible()
})

test('arrow keys walk the list, and a key acts on the callback under the focus', async () => {
  const first = promisedTo('Ants', hour)
  const second = promisedTo('Birgit', 2 * hour)
  const { screen, kept } = await openRoom([first, second])
  row(screen, 'Ants').element().focus()
  await userEvent.keyboard('{ArrowDown}k')
  await expect.poll(async () => (await kept(second.id))?.state).toBe('kept')
  expect((await kept(first.id))?.state).toBe('pending')
  await expect.element(screen.getByText('Birgit: marked as kept.')).toBeVisible()
})

test('Undo puts a callback back exactly as it was', async () => {
  const before = promisedTo('Ants', hour)
  const { screen, kept } = await openRoom([before])
  row(screen, 'Ants').element().focus()
  await userEvent.keyboard('k')
  await expect.element(screen.getByRole('button', { name: 'Undo' })).toBeVisible()
  await userEvent.keyboard('z')
  await expect.poll(() => kept(before.id)).toEqual(before)
})

test('only a callback that rings is snoozed, and Undo makes it ring again', async () => {
  const [rings, waits] = [promisedTo('Ants', -minute), promisedTo('Birgit', day)]
  const { screen, kept, mirror } = await openRoom([rings, waits], {
    answers: { 'alarm.snooze': () => success(alarmOf(rings, { snoozedUntil: Date.now() + 5 * minute })) },
  })
  mirror.set({ ...mirror.get(), alarms: [alarmOf(rings)] })
  await row(screen, 'Birgit').click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Birgit' })).toBeVisible()
  expect(screen.getByRole('button', { name: /^Snooze 5 min/ }).query()).toBeNull()
  await userEvent.keyboard('{Escape}')
  row(screen, 'Ants').element().focus()
  await userEvent.keyboard('s')
  await expect.element(screen.getByText('Ants: rings again in 5 minutes. The promise stands.')).toBeVisible()
  expect((await kept(rings.id))?.history.at(-1)?.type).toBe('snoozed')
  await userEvent.keyboard('z')
  await expect.poll(() => kept(rings.id)).toEqual(rings)
})

test('the history says how long a snooze was: by the minute, and with the day of another one', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 10, 26, 12) })
  const snoozed = (until: Date) => ({ at: Date.now() - minute, type: 'snoozed', until: until.getTime() }) as const
  const history = [snoozed(new Date(2026, 10, 26, 12, 40, 56)), snoozed(new Date(2026, 10, 27, 9, 30, 5))]
  const { screen } = await openRoom([promisedTo('Ants', hour, { history })])
  await row(screen, 'Ants').click()
  await expect.element(screen.getByText(/^Snoozed until 12:40\sPM$/)).toBeVisible()
  await expect.element(screen.getByText(/^Snoozed until Fri 9:30\sAM$/)).toBeVisible()
})

test('an hour later is agreed anew, with the reason on the record', async () => {
  const callback = promisedTo('Ants', hour)
  const { screen, kept } = await openRoom([callback])
  row(screen, 'Ants').element().focus()
  await userEvent.keyboard('m')
  await screen.getByRole('textbox', { name: 'Reason' }).fill('In a meeting')
  await screen.getByRole('button', { name: /^One hour later/ }).click()
  await expect.poll(async () => (await kept(callback.id))?.due.at).toBe(callback.due.at + hour)
  expect((await kept(callback.id))?.history.at(-1)).toMatchObject({
    type: 'renegotiated',
    from: callback.due,
    reason: 'In a meeting',
  })
})

test('nobody closes a promise without a call before being asked why', async () => {
  const callback = promisedTo('Ants', -hour)
  const { screen, kept } = await openRoom([callback])
  row(screen, 'Ants').element().focus()
  await userEvent.keyboard('x')
  await expect.element(screen.getByRole('textbox', { name: 'Why will nobody call?' })).toHaveFocus()
  expect((await kept(callback.id))?.state).toBe('pending')
  await userEvent.keyboard('Solved by mail{Enter}')
  await expect.poll(async () => (await kept(callback.id))?.state).toBe('cancelled')
  expect((await kept(callback.id))?.history.at(-1)).toMatchObject({ type: 'cancelled', reason: 'Solved by mail' })
})

test('one box finds by words and by marks, closed ones too', async () => {
  const { screen } = await openRoom([
    promisedTo('Ants', hour, { reason: 'Refund' }),
    promisedTo('Birgit', 2 * hour, { priority: 'high' }),
    promisedTo('Carl', -day, { state: 'cancelled', reason: 'Refund' }),
  ])
  const box = screen.getByRole('searchbox', { name: 'Search callbacks' })
  await box.fill('refund')
  await expect.poll(() => names()).toEqual(['Ants'])
  await box.fill('high')
  await expect.poll(() => names()).toEqual(['Birgit'])
  await expect.element(screen.getByRole('button', { name: 'high', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await screen.getByRole('button', { name: 'high', exact: true }).click()
  await screen.getByRole('button', { name: 'closed', exact: true }).click()
  await expect.element(box).toHaveValue('closed')
  await expect.poll(() => names()).toEqual(['Carl'])
})

test('notes are kept as they are typed, and "saved" is said only then', async () => {
  const callback = promisedTo('Ants', hour)
  const { screen, kept, diskFails } = await openRoom([callback])
  await row(screen, 'Ants').click()
  await screen.getByRole('textbox', { name: 'Notes for the call' }).fill('Have the invoice at hand')
  await expect.element(screen.getByText('Not saved yet')).toBeVisible()
  await expect.element(screen.getByText(/^Saved /)).toBeVisible()
  expect((await kept(callback.id))?.notes).toBe('Have the invoice at hand')
  diskFails()
  await screen.getByRole('textbox', { name: 'Notes for the call' }).fill('Lost')
  await expect.element(screen.getByText('Not saved. Copy your words.')).toBeVisible()
})

test('a wide window reads a callback beside the list', async () => {
  await page.viewport(1000, 860)
  const { screen } = await openRoom([promisedTo('Ants', hour), promisedTo('Birgit', 2 * hour)])
  await row(screen, 'Birgit').click()
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Birgit' })).toBeVisible()
  await expect.element(row(screen, 'Ants')).toBeVisible()
  await page.viewport(400, 860)
})

test('the week shows a promise on its day, with a handle that moves it', async () => {
  const { screen } = await openRoom([promisedTo('Ants', 0)])
  await userEvent.keyboard('w')
  await expect.element(screen.getByRole('button', { name: 'Move Ants' })).toBeVisible()
})

test('a narrow week names each day in one line, and writes a number as it is read', async () => {
  await loadNumberingPlans()
  const { screen } = await openRoom([promisedTo('', 0, { person: { name: '', number: '+442079460018' } })])
  await userEvent.keyboard('w')
  await expect.element(screen.getByText('+44 20 7946 0018')).toBeVisible()
  const today = screen.getByRole('button', { pressed: true }).element()
  const lines = [...today.querySelectorAll('span')].map((line) => {
    const words = document.createRange()
    words.selectNodeContents(line)
    return words.getClientRects().length
  })
  expect(lines).toEqual([1, 1, 1])
})

test('a promise is moved to no day that is over', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(new Date(2026, 10, 26, 12))
  const callback = promisedTo('Ants', hour)
  const { screen, kept } = await openRoom([callback])
  await userEvent.keyboard('w')
  const handle = screen.getByRole('button', { name: 'Move Ants' })
  await expect.element(handle).toBeVisible()
  handle.element().focus()
  await userEvent.keyboard('{Enter}')
  const days: string[] = []
  await expect.poll(() => document.activeElement).not.toBe(handle.element())
  for (let presses = 0; presses < 10 && document.activeElement !== handle.element(); presses += 1) {
    days.push(document.activeElement?.getAttribute('aria-label')?.split(',')[0] ?? '')
    await userEvent.keyboard('{Tab}')
  }
  await userEvent.keyboard('{Escape}')
  expect(days.toSorted()).toEqual(['Friday', 'Saturday', 'Sunday', 'Thursday'])
  expect(await kept(callback.id)).toEqual(callback)
})

test('a calendar is shown before it is taken, all or nothing', async () => {
  const { screen, steadyline } = await openRoom([])
  await pickCalendar(screen, 'UID:a\nSUMMARY:Call Ana\nDTSTART:20991201T100000', 'UID:b\nSUMMARY:Old\nDTSTART:20201201T100000Z')
  await expect.element(screen.getByText('0 new · 0 changed · 0 as before')).toBeVisible()
  await expect.element(screen.getByText('Old is in the past.')).toBeVisible()
  await expect.element(screen.getByText('Call Ana is more than ten years ahead.')).toBeVisible()
  await screen.getByRole('button', { name: 'Cancel' }).click()
  const soon = new Date(Date.now() + 2 * day).toISOString().slice(0, 10).replaceAll('-', '')
  await pickCalendar(screen, `UID:a\nSUMMARY:Call Ana\nDTSTART:${soon}T100000Z`)
  await screen.getByRole('button', { name: 'Take 1 callback' }).click()
  await expect.element(row(screen, 'Call Ana')).toBeVisible()
  const open = await steadyline.callbacks.store.open()
  expect(open.ok && open.value.map(({ person }) => person.name)).toEqual(['Call Ana'])
})

test('an import is taken back whole, but for what was changed since', async () => {
  const { screen, steadyline } = await openRoom([])
  const soon = new Date(Date.now() + 2 * day).toISOString().slice(0, 10).replaceAll('-', '')
  const event = (uid: string) => `UID:${uid}\nSUMMARY:Call ${uid}\nDTSTART:${soon}T100000Z`
  await pickCalendar(screen, event('Ana'), event('Mia'))
  await screen.getByRole('button', { name: 'Take 2 callbacks' }).click()
  await expect.element(row(screen, 'Call Mia')).toBeVisible()
  const open = await steadyline.callbacks.store.open()
  const mia = open.ok ? open.value.find(({ person }) => person.name === 'Call Mia') : undefined
  const later = Date.now() + 1
  await expect.poll(() => Date.now()).toBeGreaterThanOrEqual(later)
  await steadyline.callbacks.edit(mia?.id ?? '', { notes: 'Has a question' })
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.element(screen.getByText('The import was taken back.')).toBeVisible()
  await expect.poll(() => names()).toEqual(['Call Mia'])
})

test('the keyboard alone reaches and does everything that stands under More', async () => {
  const { screen } = await openRoom([promisedTo('Ants', hour)])
  for (const entry of ['Save as a calendar', 'Save as a table']) {
    await tabTo('More')
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByRole('region', { name: 'Calendars and tables' })).toBeVisible()
    await tabTo(entry)
    await userEvent.keyboard('{Enter}')
    await expect.element(screen.getByText('Saved as a file.')).toBeVisible()
    await userEvent.keyboard('{Escape}')
    await expect.poll(() => screen.getByRole('region', { name: 'Calendars and tables' }).query()).toBeNull()
    await screen.getByRole('button', { name: 'Dismiss' }).click()
  }
  await tabTo('More')
  await userEvent.keyboard('{Enter}')
  await tabTo('Import a calendar')
  let asked = 0
  document.querySelector('input[type=file]')?.addEventListener('click', (event) => {
    event.preventDefault()
    asked += 1
  })
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => asked).toBe(1)
})

/** A window has few enough controls that one of them comes in thirty presses. */
async function tabTo(name: string): Promise<void> {
  for (let presses = 0; presses < 30 && document.activeElement?.textContent !== name; presses += 1)
    await userEvent.keyboard('{Tab}')
  expect(document.activeElement?.textContent).toBe(name)
}

async function pickCalendar(screen: { getByRole: Locator['getByRole'] }, ...events: readonly string[]) {
  await screen.getByRole('button', { name: 'More' }).click()
  const text = events.map((event) => `BEGIN:VEVENT\n${event}\nEND:VEVENT\n`).join('')
  const files = new DataTransfer()
  files.items.add(new File([`BEGIN:VCALENDAR\n${text}END:VCALENDAR\n`], 'team.ics'))
  await expect.poll(() => document.querySelector('input[type=file]')).not.toBeNull()
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  if (input) input.files = files.files
  input?.dispatchEvent(new Event('change', { bubbles: true }))
}

function row(screen: { getByRole: Locator['getByRole'] }, name: string) {
  return screen.getByRole('list', { name: 'Callbacks' }).getByRole('button', { name: new RegExp(`^${name}`) })
}

function names(): readonly string[] {
  return [...document.querySelectorAll('[data-callback]')].map((row) => row.querySelector('bdi')?.textContent ?? '')
}

test('a promise and the one made in the call that kept it lead to each other', async () => {
  const again = promisedTo('Marta Kask', day, { reason: 'The new date' })
  const entry = (type: 'promisedAgain' | 'promisedAfter', callbackId: string) => ({ at: Date.now(), type, callbackId }) as const
  const old = promisedTo('Marta Kask', -hour, { reason: 'The old date', history: [entry('promisedAgain', again.id)] })
  const { screen } = await openRoom([old, { ...again, history: [entry('promisedAfter', old.id)] }])
  await screen.getByRole('list', { name: 'Overdue' }).getByRole('button').click()
  await screen.getByRole('button', { name: 'Another call promised' }).click()
  await expect.element(screen.getByRole('button', { name: 'Promised in the call that kept another one' })).toBeVisible()
  await expect.element(screen.getByRole('main')).toHaveFocus()
  await screen.getByRole('button', { name: 'Promised in the call that kept another one' }).click()
  await expect.element(screen.getByRole('button', { name: 'Another call promised' })).toBeVisible()
})
