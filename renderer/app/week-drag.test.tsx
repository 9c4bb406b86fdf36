import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { success } from '../../shared/result.ts'
import { promisedTo } from './fake-agenda.ts'
import { showApp } from './show-app.tsx'

/** A Wednesday at twenty past ten, on the agent's own clock. */
const wednesday = new Date(2026, 10, 25, 10, 20).getTime()
const on = (day: number, hour: number, minute = 0) => new Date(2026, 10, day, hour, minute).getTime()

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: wednesday })
  await page.viewport(1000, 860)
})
afterEach(async () => {
  vi.useRealTimers()
  await page.viewport(400, 860)
})

/** A promise of that week, and others with it. */
async function openWeek(at = on(26, 10), others: readonly Callback[] = []) {
  const callback: Callback = promisedTo('Ants', at - wednesday)
  const { screen, steadyline } = await showApp({
    callbacks: [callback, ...others],
    answers: { 'alarm.set': () => success(null), 'alarm.clear': () => success(null) },
  })
  await expect.element(screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape}g')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Callbacks' })).toBeVisible()
  await userEvent.keyboard('w')
  const handle = screen.getByRole('button', { name: 'Move Ants' })
  await expect.element(handle).toBeVisible()
  const kept = async () => {
    const found = await steadyline.callbacks.store.find(callback.id)
    return found.ok ? found.value : undefined
  }
  const slot = (name: RegExp) => screen.getByRole('group', { name }).element()
  return { screen, callback, handle, kept, slot }
}

test('a callback dragged with the mouse to another day and hour is agreed anew, and can be put back', async () => {
  const { screen, callback, handle, kept, slot } = await openWeek()
  await userEvent.dragAndDrop(handle, slot(/^Sunday.*, 2:00\sPM$/))
  await expect.poll(async () => (await kept())?.due.at).toBe(on(29, 14))
  expect((await kept())?.history.at(-1)).toMatchObject({ type: 'renegotiated', from: callback.due })
  await expect.element(screen.getByText(/^Ants: moved to Sun 2:00\sPM\.$/)).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(kept).toEqual(callback)
})

test('nothing is moved into the past, and the agent is told so', async () => {
  const { screen, callback, handle, kept, slot } = await openWeek(on(26, 10, 10))
  await userEvent.dragAndDrop(handle, slot(/^Monday.*, 2:00\sPM$/))
  await userEvent.dragAndDrop(handle, slot(/^Wednesday.*, 10:00\sAM$/))
  await expect.element(screen.getByText('That time is past, so the call to Ants was not moved.')).toBeVisible()
  expect(await kept()).toEqual(callback)
})

test('one moved beside another promise, or to an hour when nobody is called, says so and can be put back', async () => {
  const late = promisedTo('Liis', on(27, 21) - wednesday)
  const { screen, callback, handle, kept, slot } = await openWeek(on(26, 10), [late])
  await userEvent.dragAndDrop(handle, slot(/^Friday.*, 9:00\sPM$/))
  await expect.element(screen.getByText(/outside of the hours to call them/)).toBeVisible()
  await expect.element(screen.getByText(/Liis is promised a call Fri 9:00\sPM/)).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(kept).toEqual(callback)
})

test('with the keys a move begins where the callback is, however far the week is scrolled, and goes to no past hour', async () => {
  await page.viewport(1000, 500)
  const { handle } = await openWeek(on(27, 18))
  handle.element().focus()
  handle.element().scrollIntoView({ block: 'center' })
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => plain(document.activeElement?.getAttribute('aria-label') ?? '')).toMatch(/^Friday.*, 6:00 PM$/)
  const seen = new Set<string>()
  for (let presses = 0; presses < 100 && document.activeElement !== handle.element(); presses += 1) {
    seen.add(plain(document.activeElement?.getAttribute('aria-label') ?? ''))
    await userEvent.keyboard('{Tab}')
  }
  await userEvent.keyboard('{Escape}')
  expect([...seen].filter((name) => /^(Monday|Tuesday)/.test(name))).toEqual([])
  expect([...seen].filter((name) => /^Wednesday.*, (9|10):00 AM/.test(name)).map((name) => name.slice(-8))).toEqual(['10:00 AM'])
})

test('a callback is moved with the keys alone', async () => {
  const { callback, handle, kept } = await openWeek()
  handle.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).toMatch(/10:00 AM$/)
  const from = document.activeElement?.getAttribute('aria-label')
  await userEvent.keyboard('{Tab}')
  await expect.poll(() => document.activeElement?.getAttribute('aria-label')).not.toBe(from)
  const to = document.activeElement?.getAttribute('aria-label')
  await userEvent.keyboard('{Enter}')
  await expect.poll(async () => (await kept())?.due.at).not.toBe(callback.due.at)
  const due = new Date((await kept())?.due.at ?? 0)
  const look = { weekday: 'long', month: 'long', day: 'numeric' } as const
  const said = `${due.toLocaleDateString('en', look)}, ${due.toLocaleTimeString('en', { timeStyle: 'short' })}`
  expect(plain(said)).toBe(plain(to ?? ''))
})

test('a drag that is given up moves nothing', async () => {
  const { callback, handle, kept } = await openWeek()
  handle.element().focus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => document.activeElement).not.toBe(handle.element())
  await userEvent.keyboard('{Tab}{Escape}')
  await expect.element(handle).toHaveFocus()
  expect(await kept()).toEqual(callback)
})

test('the week opens at the present hour, and the next one at its first open call', async () => {
  vi.setSystemTime(on(25, 18, 20))
  await page.viewport(1000, 500)
  const next = promisedTo('Liis', on(34, 19) - on(25, 18, 20))
  const { screen, slot } = await openWeek(on(26, 10) + wednesday - on(25, 18, 20), [next])
  const isInSight = (element: Element) => {
    const rect = element.getBoundingClientRect()
    return rect.height > 0 && document.elementsFromPoint(rect.x + rect.width / 2, rect.y + rect.height / 2).includes(element)
  }
  await expect.poll(() => isInSight(slot(/^Wednesday.*, 6:00\sPM$/))).toBe(true)
  await screen.getByRole('button', { name: 'Week after' }).click()
  await expect.poll(() => isInSight(screen.getByRole('button', { name: 'Move Liis' }).element())).toBe(true)
})

test('the keys act on the callback in the week that has the focus', async () => {
  const { screen, callback, handle, kept } = await openWeek()
  handle.element().focus()
  await userEvent.keyboard('m')
  await screen.getByRole('button', { name: /^One hour later/ }).click()
  await expect.poll(async () => (await kept())?.due.at).toBe(callback.due.at + 3_600_000)
})

/** ICU writes a narrow space before AM and PM, in some versions. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}
