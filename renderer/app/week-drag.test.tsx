import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { success } from '../../shared/result.ts'
import { promisedTo } from './fake-agenda.ts'
import { showApp } from './show-app.tsx'

beforeEach(() => page.viewport(1000, 860))
afterEach(() => page.viewport(400, 860))

/** A promise of today at ten, in the week of today. */
async function openWeek() {
  const callback: Callback = promisedTo('Ants', new Date().setHours(10, 0, 0, 0) - Date.now())
  const { screen, steadyline } = await showApp({
    callbacks: [callback],
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
  return { screen, callback, handle, kept }
}

test('a callback dragged with the mouse to another day and hour is agreed anew, and can be put back', async () => {
  const { screen, callback, handle, kept } = await openWeek()
  const sundayAtTwo = screen
    .getByRole('button', { name: /^Sunday.*, 2:00\sPM$/ })
    .element()
    .closest('[data-rac]:not(button)')
  if (!sundayAtTwo) throw new Error('the week has no such hour')
  await userEvent.dragAndDrop(handle, sundayAtTwo)
  await expect.poll(async () => (await kept())?.due.at).not.toBe(callback.due.at)
  const due = new Date((await kept())?.due.at ?? 0)
  expect([due.getDay(), due.getHours()]).toEqual([0, 14])
  expect((await kept())?.history.at(-1)).toMatchObject({ type: 'renegotiated', from: callback.due })
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(kept).toEqual(callback)
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

/** ICU writes a narrow space before AM and PM, in some versions. */
function plain(text: string): string {
  return text.replace(/\s/g, ' ')
}
