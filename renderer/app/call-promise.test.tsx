import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { CallReport } from '../../shared/call/call-report.ts'
import type { Standing } from '../../shared/people/one-time-or-pattern.ts'
import { dueCallback } from '../callbacks/due-callback.ts'
import { type Shown, showApp } from './show-app.tsx'

const marta = { name: 'Marta Kask', number: '+37255500142' }

afterEach(() => {
  vi.useRealTimers()
})

/** An agent at whose desk the promises are known. */
async function promising(callbacks: NonNullable<Shown['callbacks']>, standing: Standing | null = null) {
  const shown = await showApp({ callbacks, standing })
  await shown.knowsPromises()
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  const call = (type: CallReport['type'], direction: 'incoming' | 'outgoing', name = marta.name) => {
    const base = { dialer: 'baresip', ref: 'a', direction, party: { ...marta, name } } as const
    shown.reports(type === 'call.ended' ? { ...base, type, end: { by: 'far-end' } } : { ...base, type })
  }
  const stateOf = async (id: string) => {
    const found = await shown.steadyline.callbacks.store.find(id)
    return found.ok ? found.value?.state : undefined
  }
  return { ...shown, call, stateOf, card: shown.screen.getByRole('region', { name: 'A promised call' }) }
}

test('a call to somebody who was promised one has the promise in sight, and keeps it when they answer', async () => {
  const callback = dueCallback(-7, { notes: 'Ask for the tracking number' })
  const { call, card, stateOf } = await promising([callback])
  call('call.dialling', 'outgoing')
  await expect.element(card).toHaveTextContent(/Promised for .*7m late.*Where order 88-1042 is.*Ask for the tracking number/)
  await expect.poll(() => stateOf(callback.id)).toBe('calling')
  call('call.answered', 'outgoing')
  await expect.poll(() => stateOf(callback.id)).toBe('kept')
  await expect.element(card).toHaveTextContent('Promise kept')
})

const firstCall = { judgement: 'first-call', calls: 0, hardCalls: 0 } as const

test('somebody the dialer cannot name is headed by the name they were promised a call with, and is no first caller', async () => {
  const { call, screen, steadyline } = await promising([dueCallback(-1)], firstCall)
  call('call.dialling', 'outgoing', '')
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  call('call.answered', 'outgoing', '')
  await userEvent.keyboard('{Escape}{Enter}')
  await expect.element(screen.getByText('Good to have you on the line, Marta.', { exact: false }).last()).toBeVisible()
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  await expect.poll(() => document.title).toContain('Marta Kask')
  expect(screen.getByText('First call').query()).toBeNull()
  await expect.element(screen.getByRole('main')).toHaveTextContent(/\+372\s?5550\s?0142/)
  expect(steadyline.desk.get().calls[0]?.call.party.name).toBe('')
})

test('the name that the dialer tells stands', async () => {
  const { call, screen, card } = await promising([dueCallback(-1)])
  call('call.dialling', 'outgoing', 'Marta K. (work)')
  await expect.element(card).toBeVisible()
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta K. (work)')
})

test('a stranger who was promised nothing is a first caller', async () => {
  const { call, screen } = await promising([dueCallback(-1, { person: { name: 'Oskar', number: '1042' } })], firstCall)
  call('call.ringing', 'incoming', '')
  await expect.element(screen.getByText('First call')).toBeVisible()
})

test('the promise stands where it will stay from the first frame of the call', async () => {
  const { call, card, screen } = await promising([dueCallback(-1)])
  call('call.dialling', 'outgoing')
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  const heading = () => screen.getByRole('heading', { level: 2 }).first().element().getBoundingClientRect().top
  const before = heading()
  await expect.element(card).toBeVisible()
  expect(heading()).toBe(before)
})

test('a boundary that is opened under a promise is in sight, and the call lies as before when it is closed', async () => {
  await page.viewport(400, 760)
  const { call, card, screen } = await promising([dueCallback(-1)])
  call('call.dialling', 'outgoing')
  call('call.answered', 'outgoing')
  await expect.element(card).toBeInViewport({ ratio: 0.9 })
  await userEvent.keyboard('{Escape}b')
  const said = screen.getByRole('button', { name: 'Said' })
  await expect.element(said).toBeInViewport({ ratio: 0.9 })
  await userEvent.keyboard('{Enter}')
  await expect
    .element(screen.getByText("I've asked you to leave out the insults.", { exact: false }))
    .toBeInViewport({ ratio: 0.9 })
  await expect.element(said).toBeInViewport({ ratio: 0.9 })
  await userEvent.keyboard('{Escape}')
  await expect.element(card).toBeInViewport({ ratio: 0.9 })
})

test('a boundary stays in sight when the window becomes lower', async () => {
  await page.viewport(400, 980)
  const { call, screen } = await promising([dueCallback(-1)])
  call('call.dialling', 'outgoing')
  call('call.answered', 'outgoing')
  await userEvent.keyboard('{Escape}b')
  const said = screen.getByRole('button', { name: 'Said' })
  await expect.element(said).toBeInViewport({ ratio: 0.9 })
  await page.viewport(400, 760)
  await expect.element(said).toBeInViewport({ ratio: 0.9 })
})

test('somebody with a promise who calls by themselves: one key says that this keeps it, and one takes it back', async () => {
  const callback = dueCallback(60 * 25)
  const { call, card, stateOf } = await promising([callback])
  call('call.ringing', 'incoming')
  await expect.element(card).toHaveTextContent(/in 1d/)
  expect(card.getByRole('button').query()).toBeNull()
  call('call.answered', 'incoming')
  await expect.element(card.getByRole('button', { name: 'This keeps the promise' })).toBeVisible()
  expect(await stateOf(callback.id)).toBe('pending')
  await userEvent.keyboard('{Escape}y')
  await expect.poll(() => stateOf(callback.id)).toBe('kept')
  await card.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => stateOf(callback.id)).toBe('pending')
  await expect.element(card.getByRole('button', { name: 'This keeps the promise' })).toBeVisible()
})

test('a promise that is said to be kept after a long call was kept when the call began', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const callback = dueCallback(1)
  const { call, card, steadyline } = await promising([callback])
  call('call.answered', 'incoming')
  vi.setSystemTime(Date.now() + 40 * 60_000)
  await card.getByRole('button', { name: 'This keeps the promise' }).click()
  const lateness = async () => {
    const found = await steadyline.callbacks.store.find(callback.id)
    return found.ok ? found.value?.history.flatMap((entry) => (entry.type === 'called' ? entry.lateMs : [])) : null
  }
  await expect.poll(lateness).toEqual([expect.any(Number)])
  expect((await lateness())?.[0]).toBeLessThan(0)
})

test('a full disk is said in the place of the key', async () => {
  const { call, card, diskFails } = await promising([dueCallback(60)])
  call('call.answered', 'incoming')
  await card.getByRole('button', { name: 'This keeps the promise' }).hover()
  diskFails()
  await userEvent.keyboard('{Escape}y')
  await expect.element(card.getByRole('alert')).toBeVisible()
})

test('a caller who was promised nothing has no such card', async () => {
  const { call, card, screen } = await promising([dueCallback(60, { person: { name: 'Oskar', number: '1042' } })])
  call('call.answered', 'incoming')
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Marta Kask')
  expect(card.query()).toBeNull()
})
