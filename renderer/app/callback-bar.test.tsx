import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { failed, success } from '../../shared/result.ts'
import { alarmOf, dueCallback } from '../callbacks/due-callback.ts'
import { words } from '../words/words.ts'
import { type Shown, showApp } from './show-app.tsx'

const oskar = { name: 'Oskar Rebane', number: '+37255500143' }
const helen = { name: 'Helen Saar', number: '1' }
const helenIsAnswered = { type: 'call.answered', dialer: 'baresip', ref: 'a', direction: 'incoming', party: helen } as const
const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10' }

/** An agent who promised these calls. */
async function promising(callbacks: NonNullable<Shown['callbacks']>, start: Shown = {}) {
  const shown = await showApp({ callbacks, ...start })
  const bar = shown.screen.getByRole('toolbar', { name: 'Promised calls' })
  await expect.element(bar).toBeVisible()
  return {
    ...shown,
    bar,
    ring: (...alarms: ReturnType<typeof alarmOf>[]) => shown.mirror.set({ ...shown.mirror.get(), alarms }),
  }
}

test('nothing is at the edge while nothing is promised', async () => {
  const { screen } = await showApp()
  await expect.element(screen.getByRole('main')).toHaveFocus()
  expect(screen.getByRole('toolbar', { name: 'Promised calls' }).query()).toBeNull()
})

test('the next promised call is said quietly until it is nearly due', async () => {
  const { bar } = await promising([dueCallback(90)])
  await expect.element(bar.getByRole('button')).toHaveTextContent(/^Next promised call: Marta Kask, /)
})

test('one that is due after tomorrow makes no row', async () => {
  const { screen, steadyline } = await showApp({ callbacks: [dueCallback(3 * 24 * 60)] })
  const open = await steadyline.callbacks.store.open()
  expect(open.ok && open.value.length).toBe(1)
  await expect.element(screen.getByRole('main')).toHaveFocus()
  expect(screen.getByRole('toolbar', { name: 'Promised calls' }).query()).toBeNull()
})

test('the first promise of all, made and due during a call, moves and covers nothing', async () => {
  const { screen, steadyline, mirror, reports } = await showApp()
  reports(helenIsAnswered)
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Helen Saar')
  const main = screen.getByRole('main').element()
  const note = screen.getByRole('textbox').element()
  const rectOf = (element: Element) => element.getBoundingClientRect()
  const places = () => [rectOf(main).toJSON(), rectOf(note).left, rectOf(note).top, rectOf(note).width]
  const before = places()
  const callback = dueCallback(3)
  await steadyline.callbacks.store.keep([callback])
  mirror.set({ ...mirror.get(), alarms: [alarmOf(callback)] })
  const callNow = screen.getByRole('button', { name: 'Call now' })
  await expect.element(callNow).toBeVisible()
  expect(places()).toEqual(before)
  expect(rectOf(note).bottom).toBeLessThanOrEqual(rectOf(callNow.element()).top)
})

test('what the agent opens during a call has the room of the bar, until it is closed', async () => {
  const callback = dueCallback(-3)
  const { screen, bar, ring, reports } = await promising([callback])
  reports(helenIsAnswered)
  ring(alarmOf(callback))
  await expect.element(bar).toBeVisible()
  await userEvent.keyboard('b')
  await expect.element(screen.getByRole('region', { name: 'Boundary' })).toBeVisible()
  expect(screen.getByRole('toolbar', { name: 'Promised calls' }).query()).toBeNull()
  await userEvent.keyboard('{Escape}')
  await expect.element(bar).toBeVisible()
})

test('a call that becomes due during another call moves nothing and takes no focus', async () => {
  const callback = dueCallback(-1)
  const { screen, bar, ring, reports } = await promising([callback])
  reports(helenIsAnswered)
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Helen Saar')
  const before = screen.getByRole('main').element().getBoundingClientRect().toJSON()
  const focused = document.activeElement
  ring(alarmOf(callback))
  await expect.element(bar.getByRole('button', { name: 'Call now' })).toBeVisible()
  expect(screen.getByRole('main').element().getBoundingClientRect().toJSON()).toEqual(before)
  expect(document.activeElement).toBe(focused)
})

test('the window’s title counts the calls that are due', async () => {
  const [soon, now] = [dueCallback(3), dueCallback(-1)]
  const { ring } = await promising([soon, now])
  ring(alarmOf(soon), alarmOf(now))
  await expect.poll(() => document.title).toBe('(1) Steadyline')
  ring(alarmOf(soon))
  await expect.poll(() => document.title).toBe('Steadyline')
})

test('it says who, what and how late, what came due while closed first, and how many more there are', async () => {
  const marta = dueCallback(-12)
  const away = dueCallback(-3, { person: oskar })
  const { bar, ring } = await promising([marta, away])
  ring(alarmOf(marta, { stage: 'overdue' }))
  await expect.element(bar).toHaveTextContent(/Overdue by 1[12]m · Marta Kask ?Where order 88-1042 is/)
  ring(alarmOf(marta, { stage: 'overdue' }), alarmOf(away, { whileAway: true }))
  await expect.element(bar).toHaveTextContent(/Overdue by [23]m · Oskar Rebane and 1 more ?Came due while closed\./)
})

test.each([
  [360, 'en'],
  [400, 'en'],
  [360, 'en-XA'],
  [400, 'en-XA'],
] as const)('that it came due while closed is said whole beside others, %i pixels wide in %s', async (width, language) => {
  await page.viewport(width, 760)
  const marta = dueCallback(-12)
  const away = dueCallback(-3, { person: oskar })
  const shown = await showApp({ callbacks: [marta, away], language })
  const alarms = [alarmOf(marta, { stage: 'overdue' }), alarmOf(away, { whileAway: true })]
  shown.mirror.set({ ...shown.mirror.get(), alarms })
  const said = shown.screen.getByText(words.t('promise.alarm.whileAway'), { exact: true })
  await expect.element(said).toBeVisible()
  const bar = said.element().closest('[role=toolbar]')
  expect(bar?.textContent).toContain(words.t('promise.alarm.more', { count: 1 }))
  const boxes = [...(bar?.querySelectorAll('*') ?? [])].filter((box) => getComputedStyle(box).display !== 'inline')
  const cut = boxes.filter((box) => box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight)
  expect([boxes.length > 0, cut.map((box) => box.textContent)]).toEqual([true, []])
})

test('before it is due it is amber with the time that is left', async () => {
  const callback = dueCallback(4)
  const { bar, ring } = await promising([callback])
  ring(alarmOf(callback))
  await expect.element(bar).toHaveTextContent(/Due in 0[34]:\d\d · Marta Kask/)
  await expect.element(bar).toHaveClass(/bg-warn-soft/)
})

test('one key calls, another one has five minutes of quiet', async () => {
  const callback = dueCallback(-2)
  const { bar, ring, asked } = await promising([callback], {
    answers: {
      'call.dial': () => success({ by: 'dialer' }),
      'alarm.snooze': () => success(alarmOf(callback, { snoozedUntil: Date.now() + 300_000 })),
    },
  })
  ring(alarmOf(callback))
  await expect.element(bar.getByRole('button', { name: 'Call now' })).toBeVisible()
  await userEvent.keyboard('{Escape}q')
  await expect
    .poll(() => asked.find(({ channel }) => channel === 'call.dial')?.payload)
    .toEqual({ number: '+37255500142', through: 'dialer' })
  await userEvent.keyboard('u')
  await expect
    .poll(() => asked.find(({ channel }) => channel === 'alarm.snooze')?.payload)
    .toEqual({ callbackId: callback.id, minutes: 5 })
  ring(alarmOf(callback, { snoozedUntil: Date.now() + 300_000 }))
  await expect.element(bar.getByRole('button')).toHaveTextContent(/^Next promised call/)
})

test('a longer quiet, or the deputy, is one menu away', async () => {
  const callback = dueCallback(-2, { keeper: 'deputy', deputy })
  const { screen, bar, ring, asked } = await promising([callback])
  ring(alarmOf(callback))
  await bar.getByRole('button', { name: 'Snooze' }).click()
  await screen.getByRole('menuitem', { name: '30 minutes' }).click()
  await expect
    .poll(() => asked.find(({ channel }) => channel === 'alarm.snooze')?.payload)
    .toEqual({ callbackId: callback.id, minutes: 30 })
  await screen.getByRole('button', { name: 'Dismiss' }).click()
  await bar.getByRole('button', { name: 'Snooze' }).click()
  await screen.getByRole('menuitem', { name: 'Hand over to Jaan Tamm' }).click()
  await expect.poll(() => asked.find(({ channel }) => channel === 'alarm.handOver')?.payload).toEqual({ callbackId: callback.id })
})

test('a number that only a hand can dial is a link', async () => {
  const callback = dueCallback(-2)
  const { bar, ring } = await promising([callback], {
    answers: { 'call.dial': () => failed({ kind: 'dialer.cannot', dialer: 'manual', command: 'dial' }) },
  })
  ring(alarmOf(callback))
  await bar.getByRole('button', { name: 'Call now' }).click()
  await expect.element(bar.getByRole('link')).toHaveAttribute('href', 'tel:+37255500142')
})

test('what is picked in a notification of the system is done', async () => {
  const callback = dueCallback(-2)
  const { ring, asked, tells, screen } = await promising([callback])
  ring(alarmOf(callback))
  tells('alarm.picked', { callbackId: callback.id, action: 'snooze' })
  await expect
    .poll(() => asked.find(({ channel }) => channel === 'alarm.snooze')?.payload)
    .toEqual({ callbackId: callback.id, minutes: 5 })
  tells('alarm.rang', alarmOf(callback))
  await expect.element(screen.getByText('Call Marta Kask: Where order 88-1042 is')).toBeInTheDocument()
})

test('what was picked in the notification that opened the window is done once the window is there', async () => {
  const callback = dueCallback(-2)
  const { mirror, asked, tells } = await showApp({ callbacks: [callback], mirror: { link: 'connecting' } })
  tells('alarm.picked', { callbackId: callback.id, action: 'call' })
  mirror.set({ ...mirror.get(), link: 'up', alarms: [alarmOf(callback)] })
  await expect
    .poll(() => asked.filter(({ channel }) => channel === 'call.dial'))
    .toEqual([{ channel: 'call.dial', payload: { number: '+37255500142', through: 'dialer' } }])
})

test('a deputy who cannot is said by name, and it rings on', async () => {
  const callback = dueCallback(-20, { keeper: 'deputy', deputy })
  const history = [
    ...callback.history,
    { at: 1, type: 'briefed', to: 'Jaan Tamm' } as const,
    { at: 2, type: 'deputyDeclined', reason: 'On leave' } as const,
  ]
  const { bar, ring } = await promising([{ ...callback, history }])
  ring(alarmOf(callback, { stage: 'overdue' }))
  await expect.element(bar).toHaveTextContent('Jaan Tamm cannot call: On leave')
})
