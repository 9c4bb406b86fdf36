import { expect, test } from 'vitest'
import { render } from 'vitest-browser-react'
import { failed, success } from '../../shared/result.ts'
import { createCare } from '../care/care.ts'
import type { Scope } from '../care/export-scope.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import '../words/words.ts'
import { CareExport } from './care-export.tsx'
import { fakeSteadyline } from './fake-steadyline.ts'

async function exporting() {
  const asked: Scope[] = []
  const care = {
    ...createCare(createStorage(new SteadylineDatabase('never opened'))),
    people: async () => success([{ id: 'marta', name: 'Marta Kask' }]),
    async exportJson(scope: Scope) {
      asked.push(scope)
      return failed({ kind: 'care.givenUp' } as const)
    },
  }
  await import('../words/rooms.ts')
  const screen = await render(
    <CareExport steadyline={{ ...fakeSteadyline().steadyline, care: async () => care }} wanted={null} />,
  )
  return { asked, screen, go: screen.getByRole('button', { name: 'Export' }) }
}

test('some days are whole days of this computer, the last one too, and a day that there is not is none', async () => {
  const { asked, screen, go } = await exporting()
  await screen.getByText('Some days').click()
  const [from, to] = [screen.getByLabelText('From'), screen.getByLabelText('To')]
  await from.fill('2026-02-27')
  await to.fill('2026-02-30')
  await expect.element(screen.getByText('Write the day as 2026-11-21.')).toBeVisible()
  await expect.element(go).toBeDisabled()
  await to.fill('2026-02-26')
  await expect.element(go).toBeDisabled()
  await to.fill('2026-02-28')
  await go.click()
  await expect.element(screen.getByText('Cancelled. Nothing was changed.')).toBeVisible()
  expect(asked).toEqual([{ kind: 'range', from: new Date(2026, 1, 27).getTime(), to: new Date(2026, 2, 1).getTime() }])
})

test('one person is whom the agent picks, and nobody before', async () => {
  const { asked, screen, go } = await exporting()
  await screen.getByText('One person').click()
  await expect.element(go).toBeDisabled()
  await screen.getByRole('button', { name: 'Person' }).click()
  await screen.getByRole('option', { name: 'Marta Kask' }).click()
  await go.click()
  await expect.element(screen.getByText('Cancelled. Nothing was changed.')).toBeVisible()
  expect(asked).toEqual([{ kind: 'person', person: 'marta' }])
})
