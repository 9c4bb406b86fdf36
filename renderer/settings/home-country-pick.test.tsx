import '../words/rooms.ts'
import '../ui/theme.css'
import { useState } from 'react'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { words } from '../words/words.ts'
import { HomeCountryPick } from './home-country-pick.tsx'

interface PickProps {
  readonly initial: string
  readonly chosen: string[]
}

function Pick({ initial, chosen }: PickProps) {
  const [country, setCountry] = useState(initial)
  const take = (next: string) => {
    chosen.push(next)
    setCountry(next)
  }
  return <HomeCountryPick value={country} onChange={take} />
}

async function shown(initial: string) {
  const chosen: string[] = []
  const screen = await render(
    <I18nextProvider i18n={words}>
      <Pick {...{ initial, chosen }} />
    </I18nextProvider>,
  )
  return { chosen, screen, pick: screen.getByRole('button', { name: /Country of numbers without one/ }) }
}

test('an agent picks the country of their numbers by its first letters', async () => {
  const { chosen, pick } = await shown('')
  await expect.element(pick).toHaveTextContent('As the system’s language')
  await pick.click()
  await userEvent.keyboard('esto{Enter}')
  await expect.element(pick).toHaveTextContent('Estonia')
  await expect.element(pick).toHaveFocus()
  expect(chosen).toEqual(['EE'])
})

test('the country is left to the system again', async () => {
  const { chosen, screen, pick } = await shown('EE')
  await pick.click()
  await screen.getByRole('option', { name: 'As the system’s language' }).click()
  await expect.element(pick).toHaveTextContent('As the system’s language')
  expect(chosen).toEqual([''])
})
