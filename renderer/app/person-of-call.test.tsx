import '../ui/theme.css'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Person } from '../../shared/people/person.ts'
import { aCall, aNote, openStore } from '../people/people-in-test.ts'
import { words } from '../words/words.ts'
import { fakeSteadyline } from './fake-steadyline.ts'
import { PersonOfCall } from './person-of-call.tsx'

const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

const oskar: Person = {
  ...{ id: 'oskar', name: 'Oskar Lepp', namedBy: 'agent', numbers: ['+37255500199'], written: ['+37255500199'] },
  ...{ remarks: [], createdAt: 1, updatedAt: 1 },
}

async function shown(number: string) {
  const store = await openStore()
  stops.push(store.discard)
  const [call, note] = [aCall('baresip:a', number), aNote('baresip:a')]
  await store.database.people.put(oskar)
  await store.database.calls.put(call)
  await store.database.notes.put(note)
  await words.changeLanguage('en')
  const { steadyline } = fakeSteadyline({ store: store.storage })
  const screen = await render(
    <I18nextProvider i18n={words}>
      <PersonOfCall steadyline={steadyline} call={call} note={note} />
    </I18nextProvider>,
  )
  return { ...store, screen, note }
}

test('an agent says who hid their number, and takes it back', async () => {
  const { screen, database, note } = await shown('')
  await expect.element(screen.getByText('The number was withheld.')).toBeVisible()
  await screen.getByRole('button', { name: 'Say who' }).click()
  await expect.element(screen.getByRole('textbox', { name: 'Name or number' })).toHaveFocus()
  await userEvent.keyboard('Helen Saar')
  await screen.getByRole('button', { name: 'New: Helen Saar' }).click()
  await expect.element(screen.getByText('Helen Saar', { exact: true })).toBeVisible()
  const named = (await database.notes.get('baresip:a'))?.person
  expect(await database.people.get(named ?? '')).toMatchObject({ name: 'Helen Saar', numbers: [] })
  await screen.getByRole('button', { name: 'Undo' }).click()
  await expect.element(screen.getByText('The number was withheld.')).toBeVisible()
  expect(await database.notes.get('baresip:a')).toEqual(note)
})

test('a call from a colleague’s phone is given to the one who spoke', async () => {
  const { screen, database } = await shown('1042')
  await screen.getByRole('button', { name: 'Say who' }).click()
  await userEvent.keyboard('osk')
  await screen.getByRole('button', { name: /^Oskar Lepp/ }).click()
  await expect.poll(async () => (await database.notes.get('baresip:a'))?.person).toBe('oskar')
  await expect.element(screen.getByText('The call is with Oskar Lepp now.')).toBeVisible()
})
