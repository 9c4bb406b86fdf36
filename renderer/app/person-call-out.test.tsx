import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Requests } from '../../shared/contract.ts'
import { failed, success } from '../../shared/result.ts'
import { openStore } from '../people/people-in-test.ts'
import { words } from '../words/words.ts'
import { fakeSteadyline } from './fake-steadyline.ts'
import { PersonPage } from './person-page.tsx'
import '../ui/theme.css'

const numbers = ['+37255500142', '+442079460018']

/** Marta's page, on a phone that answers so. */
async function onPage(dial: (through: string) => Requests['call.dial']['answer']) {
  const { storage, database } = await openStore()
  const person = { id: 'marta', name: 'Marta Kask', namedBy: 'agent' as const, numbers, written: numbers, remarks: [] }
  await database.people.put({ ...person, createdAt: 1, updatedAt: 1 })
  const { steadyline, asked } = fakeSteadyline({
    store: storage,
    answers: { 'call.dial': ({ through }) => dial(through) },
  })
  const screen = await render(
    <I18nextProvider i18n={words}>
      <div className="flex h-dvh flex-col">
        <PersonPage steadyline={steadyline} person="marta" onOpenCall={() => undefined} onOpenPerson={() => undefined} />
      </div>
    </I18nextProvider>,
  )
  const press = (number: string) => screen.getByRole('button', { name: `Call ${number}`, exact: true }).click()
  return { screen, press, dialled: () => asked.filter(({ channel }) => channel === 'call.dial').map(({ payload }) => payload) }
}

const cannot = failed({ kind: 'dialer.cannot', dialer: 'baresip' } as const)

test('each number of a person is called by its own button', async () => {
  const { screen, press, dialled } = await onPage(() => success({ by: 'dialer' }))
  await press('+442079460018')
  await expect.element(screen.getByText('Calling +442079460018.')).toBeVisible()
  expect(dialled()).toEqual([{ number: '+442079460018', through: 'dialer' }])
})

test('a phone that cannot dial leaves it to the program the system has, and else to the hand', async () => {
  const { screen, press, dialled } = await onPage(() => cannot)
  await press('+37255500142')
  await expect.element(screen.getByText('Call +37255500142 on your phone.')).toBeVisible()
  expect(dialled()).toEqual([
    { number: '+37255500142', through: 'dialer' },
    { number: '+37255500142', through: 'system' },
  ])
})

test('a call that could not be made says why', async () => {
  const { screen, press } = await onPage(() => failed({ kind: 'dialer.busy', dialer: 'baresip' }))
  await press('+37255500142')
  await expect.element(screen.getByRole('alert')).toBeVisible()
})
