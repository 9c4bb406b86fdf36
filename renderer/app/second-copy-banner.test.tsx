import { expect, test } from 'vitest'
import { showApp } from './show-app.tsx'

test('what was brought back is said once, and gone when the agent has seen it', async () => {
  const { screen, secondCopy } = await showApp()
  secondCopy.set({ trouble: null, restored: { notes: 312, records: 940, unreadable: 1, isPart: false } })
  const line = screen.getByText('312 notes were brought back from the second copy. 1 entry of it was damaged or missing.')
  await expect.element(line).toBeVisible()
  await screen.getByRole('button', { name: 'OK' }).click()
  await expect.element(line).not.toBeInTheDocument()
})

test('records without notes are called records, and a part is called a part', async () => {
  const { screen, secondCopy } = await showApp()
  secondCopy.set({ trouble: null, restored: { notes: 0, records: 1, unreadable: 0, isPart: true } })
  await expect
    .element(screen.getByText('1 record was brought back from the second copy. The rest could not be read now'))
    .toBeVisible()
})

test('a second copy of which nothing was left says so', async () => {
  const { screen, secondCopy } = await showApp()
  secondCopy.set({ trouble: null, restored: { notes: 0, records: 0, unreadable: 12, isPart: false } })
  await expect
    .element(screen.getByText('Nothing was brought back from the second copy. 12 entries of it were damaged or missing.'))
    .toBeVisible()
})

test('records that are gone, and whose second copy cannot be opened, are said to be gone', async () => {
  const { screen, secondCopy } = await showApp()
  secondCopy.set({ trouble: null, restored: { notes: 0, records: 0, unreadable: 0, isPart: false, isKeptAside: true } })
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Your earlier records are not here')
  await screen.getByRole('button', { name: 'OK' }).click()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
})

test('a full disk is said on every screen until the second copy follows again', async () => {
  const { screen, secondCopy } = await showApp()
  secondCopy.set({ trouble: 'journal.full', restored: null })
  const line = screen.getByText('The disk is full. Records are saved here, and their second copy waits for room.')
  await expect.element(line).toBeVisible()
  secondCopy.set({ trouble: null, restored: null })
  await expect.element(line).not.toBeInTheDocument()
})

test('a long restoring shows how far it is before there is a desk', async () => {
  const { screen, storage, mirror } = await showApp()
  storage.set({ kind: 'restoring', share: 0.42 })
  mirror.set({ ...mirror.get(), link: 'connecting' })
  await expect.element(screen.getByText('Bringing back your records from the second copy: 42%')).toBeVisible()
})
