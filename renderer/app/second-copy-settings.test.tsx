import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { JournalPlace } from '../../shared/journal/journal.ts'
import { showApp } from './show-app.tsx'

const place: JournalPlace = {
  ...{ id: 'journal', last: 940, bytes: 45_088_768, keptUntil: new Date(2026, 10, 21, 14, 3).getTime(), fault: null },
  folder: '/home/ana/.config/steadyline/journal',
}

async function openSection(...found: readonly JournalPlace[]) {
  let next = 0
  const answer = () => found[Math.min(next++, found.length - 1)] ?? place
  const shown = await showApp({ answers: { 'journal.look': answer, 'journal.check': answer } })
  await expect.element(shown.screen.getByRole('main')).toHaveFocus()
  await userEvent.keyboard('{Escape},')
  const section = shown.screen.getByRole('region', { name: 'Second copy' })
  await expect.element(section.getByText(place.folder)).toBeVisible()
  return { ...shown, section }
}

test('an agent who asks is told where the second copy is, how big, and when it was last written', async () => {
  const { section } = await openSection(place)
  await expect.element(section.getByText('43 MB')).toBeVisible()
  await expect.element(section.getByText('November 21, 2026 at 2:03 PM')).toBeVisible()
  await expect.element(section.getByRole('status')).toHaveTextContent('It follows every save.')
})

test('a second copy that holds nothing yet says so', async () => {
  const { section } = await openSection({ ...place, last: 0, bytes: 512, keptUntil: null })
  await expect.element(section.getByText('Nothing yet')).toBeVisible()
  await expect.element(section.getByText('1 kB')).toBeVisible()
})

test('looking again reads all of it, and says what was found and when', async () => {
  const { section, asked } = await openSection(place, { ...place, fault: { kind: 'journal.damaged', entries: 3 } })
  await section.getByRole('button', { name: 'Look again' }).click()
  await expect
    .element(section.getByRole('status'))
    .toHaveTextContent(/^3 entries of it were damaged or missing\. It was filled anew from this window\. Read through at \d/)
  expect(asked.map(({ channel }) => channel)).toEqual(['journal.look', 'journal.check'])
})

test('what keeps the second copy from following is told before what was once mended', async () => {
  const { section, secondCopy, tells } = await openSection(place, { ...place, fault: { kind: 'journal.foreign' } })
  tells('journal.changed', place)
  await expect.element(section.getByRole('status')).toHaveTextContent('It was sealed with another key, and is kept aside.')
  secondCopy.set({ trouble: 'journal.full', restored: null })
  await expect
    .element(section.getByRole('status'))
    .toHaveTextContent('The disk is full. What you save is here, and waits for room there.')
})
