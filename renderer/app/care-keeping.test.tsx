import { beforeEach, expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Call } from '../../shared/call/call.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { failed } from '../../shared/result.ts'
import type { defaultSettings } from '../../shared/settings/default-settings.ts'
import { dateTimeFormat } from '../words/times.ts'
import { createAsking } from './asking.ts'
import { CareErasure } from './care-erasure.tsx'
import { CareMasks } from './care-masks.tsx'
import { CareRetention } from './care-retention.tsx'
import { type Answers, fakeSteadyline } from './fake-steadyline.ts'
import { filledStorage } from './filled-storage.ts'
import './appearance.ts'
import '../ui/theme.css'

beforeEach(() => localStorage.removeItem('steadyline.lastRemoved'))

const done = { ok: true, value: null } as const

async function show(answers: Answers = {}) {
  const store = await filledStorage({ history: [{ call: callOf('baresip:1'), note: null }] })
  await store.run(({ people }) =>
    people.put({
      ...{ id: 'marta', name: 'Marta Kask', namedBy: 'agent', numbers: ['+15550100'], written: ['+15550100'] },
      ...{ remarks: [], createdAt: 1, updatedAt: 1 },
    }),
  )
  const fake = fakeSteadyline({
    store,
    answers: {
      'settings.change': (change) => {
        const settings = { ...fake.mirror.get().settings, ...(change as Partial<typeof defaultSettings>) }
        fake.mirror.set({ ...fake.mirror.get(), settings })
        return { ok: true, value: settings }
      },
      'records.forget': () => done,
      'journal.purge': () => done,
      ...answers,
    },
  })
  const { steadyline } = fake
  const exported: string[] = []
  const parts = { steadyline, asking: createAsking(steadyline.companion) }
  const screen = await render(
    <main className="mx-auto flex max-w-120 flex-col gap-6 p-4">
      <CareMasks {...parts} />
      <hr className="border-line" />
      <CareRetention {...parts} />
      <hr className="border-line" />
      <CareErasure {...parts} onExport={(person) => exported.push(person)} />
    </main>,
  )
  return { ...fake, store, screen, exported }
}

test("an agent's own pattern is tried out before a word of it is kept, and comes back after it was removed", async () => {
  const { screen, mirror } = await show()
  await screen.getByLabelText('Try it').fill('He is KD-104233, card 4242 4242 4242 4242')
  await expect.element(screen.getByText('Kept as: He is KD-104233, card •••• 4242')).toBeVisible()
  await screen.getByLabelText('Name', { exact: true }).fill('Customer number')
  await screen.getByLabelText('Pattern', { exact: true }).fill('KD')
  await expect.element(screen.getByText('At least three # or @, and one # among them.')).toBeVisible()
  await screen.getByLabelText('Pattern', { exact: true }).fill('KD ######')
  await screen.getByRole('button', { name: 'Add pattern' }).click()
  await expect.element(screen.getByText('Kept as: He is •••• 33, card •••• 4242')).toBeVisible()
  await screen.getByRole('button', { name: 'Remove Customer number' }).click()
  await expect.element(screen.getByText('Kept as: He is KD-104233, card •••• 4242')).toBeVisible()
  await screen.getByRole('button', { name: 'Undo' }).click()
  expect(mirror.get().settings.care.patterns).toEqual([{ name: 'Customer number', pattern: 'KD ######', keepLast: 2 }])
})

test('what would go is shown before it is switched on, and then said when it is gone', async () => {
  const { screen, mirror, store } = await show()
  await screen.getByLabelText('Months to keep calls and notes (0 keeps them)').fill('12')
  await screen.getByRole('button', { name: 'Show what would go' }).click()
  await expect.element(screen.getByText('Would go now:')).toBeVisible()
  await expect.element(screen.getByText('1 call', { exact: true })).toBeVisible()
  expect(mirror.get().settings.care.retention.months).toBe(0)
  await screen.getByRole('button', { name: 'Keep to this from now on' }).click()
  await expect.element(screen.getByText('Removed: 1 person, 1 call.')).toBeVisible()
  expect(mirror.get().settings.care.retention).toEqual({ months: 12, practiceDays: 0 })
  expect(await store.run(({ calls }) => calls.count())).toEqual({ ok: true, value: 0 })
})

test('what was removed while nobody looked is said quietly, and when', async () => {
  const { screen, steadyline } = await show()
  expect(screen.container.textContent).not.toContain('Last removed')
  const { retention } = await steadyline.keeping()
  await retention.apply({ months: 12, practiceDays: 0 }, { signal: new AbortController().signal, tell: () => undefined })
  await screen.unmount()
  const later = await show()
  const today = dateTimeFormat('en', { dateStyle: 'long' }).format(Date.now())
  await expect.element(later.screen.getByText(new RegExp(`^Last removed, ${today} at .*: 1 person, 1 call\\.$`))).toBeVisible()
})

test('a person is erased only after their name was typed, and a receipt without a name says what was done', async () => {
  const { screen, store, asked, exported } = await show()
  await screen.getByLabelText('Find a person').fill('marta')
  await screen.getByRole('button', { name: 'Marta Kask' }).click()
  const erase = screen.getByRole('button', { name: 'Erase for good' })
  await expect.element(screen.getByText('1 call', { exact: true })).toBeVisible()
  await expect.element(erase).toBeDisabled()
  await expect.element(screen.getByLabelText('Type “Marta Kask” to be sure')).toHaveFocus()
  await screen.getByRole('button', { name: 'Export this person first' }).click()
  expect(exported).toEqual(['marta'])
  await screen.getByLabelText('Type “Marta Kask” to be sure').fill('Marta Kask')
  await erase.click()
  await expect.element(screen.getByText('Second copy: written anew')).toBeVisible()
  expect(document.activeElement?.textContent).toContain('Receipt')
  expect(screen.container.textContent).not.toContain('Marta')
  expect(await store.run(({ people }) => people.count())).toEqual({ ok: true, value: 0 })
  expect(asked.map(({ channel }) => channel)).toEqual(['records.forget', 'journal.purge'])
})

test('an erasure that is left or given up leaves the focus on the person it was about', async () => {
  const { screen, steadyline } = await show()
  await screen.getByLabelText('Find a person').fill('marta')
  const marta = screen.getByRole('button', { name: 'Marta Kask' })
  await marta.click()
  await expect.element(screen.getByLabelText('Type “Marta Kask” to be sure')).toHaveFocus()
  await screen.getByRole('button', { name: 'Somebody else' }).click()
  await expect.element(marta).toHaveFocus()

  const keeping = await steadyline.keeping()
  const erase: typeof keeping.erasure.erase = async (_, { signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return failed({ kind: 'erasure.givenUp' })
  }
  vi.spyOn(steadyline, 'keeping').mockResolvedValue({ ...keeping, erasure: { ...keeping.erasure, erase } })
  await marta.click()
  await screen.getByLabelText('Type “Marta Kask” to be sure').fill('Marta Kask')
  await screen.getByRole('button', { name: 'Erase for good' }).click()
  await screen.getByRole('button', { name: 'Cancel' }).click()
  await expect.element(screen.getByRole('alert')).toBeVisible()
  await expect.element(marta).toHaveFocus()
})

test('an erasure whose second copy could not be written says that it is tried again', async () => {
  const { screen } = await show({ 'journal.purge': () => ({ ok: false, failure: { kind: 'journal.full' } }) })
  await screen.getByLabelText('Find a person').fill('marta')
  await screen.getByRole('button', { name: 'Marta Kask' }).click()
  await screen.getByLabelText('Type “Marta Kask” to be sure').fill('Marta Kask')
  await screen.getByRole('button', { name: 'Erase for good' }).click()
  await expect.element(screen.getByText('Second copy: not yet; tried again at the next start')).toBeVisible()
})

function callOf(id: string): Call {
  return {
    ...{ id, dialer: 'baresip', direction: 'incoming', party: { name: 'Marta Kask', number: '+15550100' }, state: 'ended' },
    ...{ endCause: 'missed', consultFor: null, certain: true, startedAt: 1000, answeredAt: null, endedAt: 1200 },
    ...{ ring: zeroed, talk: zeroed, hold: zeroed, afterCall: zeroed },
  }
}
