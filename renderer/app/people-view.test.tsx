import '../ui/theme.css'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { CallId } from '../../shared/call/call.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import { aCall, aNote, handled, hard, openStore } from '../people/people-in-test.ts'
import { keepRecentStandings } from '../people/recent-standings.ts'
import { createStandings } from '../people/standings.ts'
import { words } from '../words/words.ts'
import { fakePlaybook } from './fake-playbook.ts'
import { fakeSteadyline } from './fake-steadyline.ts'
import { PeopleView } from './people-view.tsx'
import { PersonPage } from './person-page.tsx'
import { showApp } from './show-app.tsx'

const day = 24 * 60 * 60 * 1000
const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

function person(id: PersonKey, name: string, ...numbers: readonly string[]): Person {
  return { id, name, namedBy: 'agent', numbers, written: numbers, remarks: [], createdAt: 1, updatedAt: 1 }
}

const marta: Person = { ...person('marta', 'Marta Kask', '+37255500142', '+442079460018'), remarks: ['Prefers short answers'] }
const namesake = person('namesake', 'Marta Kask', '1042')

/** A store with two hard calls, a promise and a good call of Marta's, and somebody of her name. */
async function aStore() {
  const store = await openStore()
  stops.push(store.discard)
  const { database } = store
  const now = Date.now()
  const talk = { collected: 11 * 60_000, runningSince: null }
  const { kind, ladder } = {
    kind: fakePlaybook.kinds[0]?.id ?? null,
    ladder: [{ rung: fakePlaybook.ladder[0]?.id ?? null, at: now, said: '' }],
  }
  const playbook = { id: fakePlaybook.id, version: fakePlaybook.version }
  await database.playbooks.put(fakePlaybook)
  await database.people.bulkPut([marta, namesake, person('oskar', 'Oskar Lepp', '+37255500199')])
  await database.calls.bulkPut([
    aCall('baresip:a', '+37255500142', { startedAt: now - day, talk }),
    aCall('baresip:b', '+442079460018', { startedAt: now - 12 * day, talk }),
    aCall('baresip:c', '+37255500142', { startedAt: now - 40 * day, talk: { ...talk, collected: 60_000 } }),
    aCall('baresip:d', '1042', { startedAt: now - 2 * day }),
  ])
  await database.notes.bulkPut([
    aNote('baresip:a', { text: 'Order 88-1042 two weeks late.', handling: hard }),
    aNote('baresip:b', { text: 'First report of the delay.', handling: handled({ playbook, kind, ladder }) }),
    aNote('baresip:c', {
      handling: handled({ playbook, outcome: { ...hard.outcome, hardness: 1, agreed: 'A call on Tuesday' } }),
    }),
  ])
  await database.incidents.put({
    id: 'baresip:b',
    at: now - 12 * day,
    rungs: [],
    reported: { to: 'Jaan Tamm', at: now - 11 * day },
  })
  await database.callbacks.put(
    sampleCallback({ person: { name: 'Marta Kask', number: '+442079460018' }, reason: 'confirm the shipping number' }),
  )
  return store
}

async function shown(children: (steadyline: ReturnType<typeof fakeSteadyline>['steadyline']) => React.ReactNode, width = 400) {
  const store = await aStore()
  await words.changeLanguage('en')
  await page.viewport(width, 900)
  const { steadyline } = fakeSteadyline({ store: store.storage })
  const screen = await render(
    <I18nextProvider i18n={words}>
      <div className="flex h-dvh min-h-0 flex-col">{children(steadyline)}</div>
    </I18nextProvider>,
  )
  return { ...store, screen }
}

test('an agent finds somebody by a part of their number, by a remark and without accents, and opens them by keys', async () => {
  const opened: PersonKey[] = []
  const { screen } = await shown((steadyline) => (
    <PeopleView steadyline={steadyline} shown={null} onShow={(key) => opened.push(key)} keysAreOn />
  ))
  await expect.element(screen.getByText('3 people')).toBeVisible()
  await userEvent.keyboard('/short')
  await expect.element(screen.getByText('1 person found')).toBeVisible()
  await screen.getByRole('searchbox').fill('5550 0199')
  await expect.element(screen.getByRole('button', { name: /Oskar Lepp/ })).toBeVisible()
  await screen.getByRole('searchbox').fill('nobody of this name')
  await expect.element(screen.getByText('Nobody matches “nobody of this name”.')).toBeVisible()
  await screen.getByRole('searchbox').fill('OSKÀR')
  await expect.element(screen.getByRole('button', { name: /Oskar Lepp/ })).toBeVisible()
  await screen.getByRole('button', { name: /Oskar Lepp/ }).click()
  expect(opened).toEqual(['oskar'])
})

test('two of one name are asked about, become one person, and two again with Undo', async () => {
  const { screen, database } = await shown((steadyline) => (
    <PeopleView steadyline={steadyline} shown={null} onShow={() => undefined} keysAreOn />
  ))
  await screen.getByRole('button', { name: 'One person' }).click()
  await expect.element(screen.getByText('Marta Kask and Marta Kask are one person now.')).toBeVisible()
  expect(await database.people.count()).toBe(2)
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => database.people.get('marta')).toEqual(marta)
  expect(await database.people.get('namesake')).toEqual(namesake)
})

test('a person’s page says how it goes with them, by which rule, and all there was', async () => {
  const opened: CallId[] = []
  const { screen } = await shown((steadyline) => (
    <PersonPage steadyline={steadyline} person="marta" onOpenCall={(id) => opened.push(id)} onOpenPerson={() => undefined} />
  ))
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Marta Kask' })).toBeVisible()
  await expect.element(screen.getByText('Pattern: 2 hard calls in 30 days')).toBeVisible()
  await expect.element(screen.getByText('3 calls in 90 days, 2 hard')).toBeVisible()
  await expect.element(screen.getByText('Agreed: A call on Tuesday')).toBeVisible()
  await expect.element(screen.getByText('The highest rung reached in the last 90 days.')).toBeVisible()
  await expect.element(screen.getByText('Promise: confirm the shipping number')).toBeVisible()
  await expect.element(screen.getByText(/^Told to Jaan Tamm/)).toBeVisible()
  await expect.element(screen.getByRole('img', { name: '2 calls in 30 days, 2 hard' })).toBeVisible()
  await screen.getByRole('radio', { name: '90 days' }).click({ force: true })
  await expect.element(screen.getByRole('img', { name: '3 calls in 90 days, 2 hard' })).toBeVisible()
  await screen.getByRole('button', { name: /Order 88-1042 two weeks late/ }).click()
  expect(opened).toEqual(['baresip:a'])
})

test('an agent renames somebody, remarks on them and splits a number off, and takes it back', async () => {
  const { screen, database } = await shown((steadyline) => (
    <PersonPage steadyline={steadyline} person="marta" onOpenCall={() => undefined} onOpenPerson={() => undefined} />
  ))
  await screen.getByRole('button', { name: 'Change the name' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Name' })).toHaveFocus()
  await screen.getByRole('textbox', { name: 'Name' }).fill('Marta Kask-Lepp')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('heading', { level: 1, name: 'Marta Kask-Lepp' })).toBeVisible()
  await screen.getByRole('button', { name: 'Add a remark' }).click()
  await screen.getByRole('textbox', { name: /^A few words/ }).fill('Calls from a loud place')
  await userEvent.keyboard('{Enter}')
  await expect
    .poll(async () => (await database.people.get('marta'))?.remarks)
    .toEqual(['Prefers short answers', 'Calls from a loud place'])
  await screen.getByRole('button', { name: 'Make +442079460018 a person of its own' }).click()
  await expect.poll(() => database.people.count()).toBe(4)
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => database.people.count()).toBe(3)
  expect((await database.people.get('marta'))?.numbers).toEqual(marta.numbers)
})

test('a person who is no longer kept is said to be gone', async () => {
  const { screen } = await shown((steadyline) => (
    <PersonPage steadyline={steadyline} person="deleted" onOpenCall={() => undefined} onOpenPerson={() => undefined} />
  ))
  await expect.element(screen.getByText('This person is no longer kept here.')).toBeVisible()
})

test('the badge is on the screen in the same frame as the caller, judged by all their numbers', async () => {
  const { storage } = await aStore()
  const recent = keepRecentStandings(storage)
  stops.push(recent.stop)
  await recent.settled()
  const standings = createStandings(storage, { atHand: recent.of, find: async () => null })
  const { reports } = await showApp({ standings })
  const frames: string[] = []
  const watch = () => {
    frames.push(document.body.textContent ?? '')
    drawing = requestAnimationFrame(watch)
  }
  let drawing = requestAnimationFrame(watch)
  stops.push(() => cancelAnimationFrame(drawing))
  reports({
    type: 'call.ringing',
    dialer: 'baresip',
    ref: 'now',
    direction: 'incoming',
    party: { name: 'Marta Kask', number: '+442079460018' },
  })
  await expect.poll(() => frames.find((frame) => frame.includes('Marta Kask'))).toContain('Pattern: 2 hard calls in 30 days')
})
