import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createCare } from '../care/care.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { createStorage } from '../storage/storage.ts'
import '../words/words.ts'
import { CareImport } from './care-import.tsx'
import { fakeSteadyline } from './fake-steadyline.ts'

test('the agent imports a table, sees what it would become, and takes it back', async () => {
  const database = new SteadylineDatabase(`care-page-${crypto.randomUUID()}`)
  const storage = createStorage(database)
  await storage.open(null)
  const care = createCare(storage)
  await import('../words/rooms.ts')
  await render(<CareImport steadyline={{ ...fakeSteadyline().steadyline, care: async () => care }} />)
  const file = new File(['when,name,note\n2026-11-21 10:00,Marta Kask,Order late\nsoon,Oskar,Refund\n'], 'calls.csv')
  await userEvent.upload(document.querySelector('input[type=file]') as HTMLInputElement, file)
  await expect.element(page.getByText('Marta Kask')).toBeVisible()
  await page.getByRole('button', { name: 'Check all rows' }).click()
  await expect.element(page.getByText('Line 3: Date and time')).toBeVisible()
  await page.getByRole('button', { name: 'Import 2 records' }).click()
  await expect.element(page.getByText('2 records imported.')).toBeVisible()
  expect(document.activeElement?.textContent).toContain('2 records imported.')
  expect(await database.notes.toCollection().first()).toMatchObject({ text: 'Order late', state: 'saved' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect.element(page.getByText('Everything is as it was before.')).toBeVisible()
  expect(await database.calls.count()).toBe(0)
  database.close()
  await database.delete()
})
