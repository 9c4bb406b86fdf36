import '../ui/theme.css'
import { I18nextProvider } from 'react-i18next'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { failed, success } from '../../shared/result.ts'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { words } from '../words/words.ts'
import { ownZone } from './known-zones.ts'
import type { PromiseDraft } from './promise-draft.ts'
import { PromiseForm } from './promise-form.tsx'
import { promisedAt } from './wall-time.ts'

/** Sunday, 14:00 in Tallinn. */
const now = Date.UTC(2026, 10, 22, 12)
const marta = { name: 'Marta Kask', number: '+37255500142' }
const jaan = { id: 'jaan.tamm', name: 'Jaan Tamm' }

interface Start {
  readonly person?: Callback['person']
  readonly callId?: string | null
  readonly open?: readonly Callback[]
  readonly disk?: 'works' | 'fails'
}

async function showForm({ person = marta, callId = 'baresip:a', open = [], disk = 'works' }: Start = {}) {
  await words.changeLanguage('en-GB')
  const drafts: PromiseDraft[] = []
  let closed = 0
  const screen = await render(
    <I18nextProvider i18n={words}>
      <PromiseForm
        title="Call back"
        closeLabel="Back"
        {...{ person, callId, open, now }}
        suggested={{ reason: 'Refund of the lamp', topic: 'refunds' }}
        people={[jaan]}
        rules={defaultSettings.callbacks}
        onPromise={async (draft) => {
          drafts.push(draft)
          return disk === 'works' ? success(null) : failed({ kind: 'storage.stopped', cause: 'QuotaExceededError' })
        }}
        onClose={() => {
          closed += 1
        }}
      />
    </I18nextProvider>,
  )
  return { screen, drafts, closed: () => closed, field: screen.getByRole('textbox', { name: 'Agreed day and time' }) }
}

const usual = {
  kind: 'callback',
  person: marta,
  callId: 'baresip:a',
  reason: 'Refund of the lamp',
  topic: 'refunds',
  promised: 'A call even without the answer',
  priority: 'normal',
  keeper: 'me',
  notes: '',
  practice: false,
  deputy: null,
} as const

function inTallinn(wall: string) {
  const at = Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Tallinn').epochMilliseconds
  return promisedAt(at, 'Europe/Tallinn')
}

test('an agent types a time, reads it back on both clocks, and Enter promises it', async () => {
  const { screen, drafts, field } = await showForm()
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('fri 10:30')
  const here = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(Date.UTC(2026, 10, 27, 8, 30))
  const clocks = ownZone() === 'Europe/Tallinn' ? 'your time and mine' : `your time — that is ${here}`
  await expect.element(screen.getByRole('status')).toHaveTextContent('Friday 27 November, 10:30')
  await expect.element(screen.getByRole('status')).toHaveTextContent(clocks)
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => drafts).toEqual([{ ...usual, time: inTallinn('2026-11-27T10:30') }])
})

test('a question is answered by keys, and the caret is back in the time', async () => {
  const { screen, drafts, field } = await showForm()
  await userEvent.keyboard('tomorrow at 3{Enter}')
  await expect.element(screen.getByRole('group', { name: 'Morning or afternoon?' })).toBeVisible()
  expect(drafts).toEqual([])
  await userEvent.keyboard('{Tab}{Tab}{Enter}')
  await expect.element(field).toHaveFocus()
  await expect.element(screen.getByRole('status')).toHaveTextContent('Tomorrow, Monday 23 November, 15:00')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => drafts.map(({ time }) => time)).toEqual([inTallinn('2026-11-23T15:00')])
})

test('a time outside calling hours is promised only after the agent says so by hand', async () => {
  const { screen, drafts, field } = await showForm()
  await userEvent.keyboard('tomorrow 21:30{Enter}')
  await expect.element(screen.getByText('outside 08:00–20:00 for them in Tallinn', { exact: false })).toBeVisible()
  await expect.element(screen.getByText('Tomorrow, Monday 23 November, 21:30', { exact: false })).toBeVisible()
  expect(drafts).toEqual([])
  await userEvent.keyboard('{Tab}{Enter}')
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => drafts.map(({ time }) => time.wall)).toEqual(['2026-11-23T21:30'])
})

test.each([
  ['Friday', 'I read “Friday”, and no time.'],
  ['soon', 'No day or time read yet.'],
  ['Fri 10:30 Narnia', 'Not read: Narnia'],
  ['27 May 2027 10:30', 'That is more than 90 days ahead.'],
  ['13:00', 'That time is over. Another day?'],
  ['Fri 10:30 London', 'Which place is meant?'],
])('typing "%s" is answered: %s', async (text, answer) => {
  const { screen } = await showForm()
  await userEvent.keyboard(text)
  await expect.element(screen.getByRole('status')).toHaveTextContent(answer)
})

test('a time with words that were not read is promised only after the agent said that it is right', async () => {
  const { screen, drafts } = await showForm()
  await userEvent.keyboard('Fri 10:30 Narnia{Enter}')
  await expect.element(screen.getByRole('group', { name: 'Is this the time all the same?' })).toBeVisible()
  expect(drafts).toEqual([])
  await userEvent.keyboard('{Tab}{Enter}{Enter}')
  await expect.poll(() => drafts.map(({ time }) => time)).toEqual([inTallinn('2026-11-27T10:30')])
})

test('another promise for about that time is shown, and does not stand in the way', async () => {
  const due = inTallinn('2026-11-27T10:40')
  const oskar = sampleCallback({ person: { name: 'Oskar', number: '+37255500199' }, due, promisedFor: due })
  const { screen, drafts } = await showForm({ open: [oskar] })
  await userEvent.keyboard('fri 10:30')
  await expect.element(screen.getByText('You promised Oskar', { exact: false })).toBeVisible()
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => drafts.length).toBe(1)
})

test('a promise that could not be written down stays in the form, which says so', async () => {
  const { screen, field } = await showForm({ disk: 'fails' })
  await userEvent.keyboard('fri 10:30{Enter}')
  await expect.element(screen.getByRole('alert')).toHaveTextContent('Not written down')
  await expect.element(field).toHaveValue('fri 10:30')
  await expect.element(screen.getByRole('button', { name: 'Promise it' })).toBeEnabled()
})

test('Escape leaves without a promise', async () => {
  const { drafts, closed, field } = await showForm()
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('fri 10:30{Escape}')
  expect([drafts.length, closed()]).toEqual([0, 1])
})

test('a promise that others may keep names who', async () => {
  const { screen, drafts } = await showForm()
  await userEvent.keyboard('fri 10:30')
  await screen.getByRole('button', { name: 'More' }).click()
  await screen.getByText('Me, then a deputy').click()
  await expect.element(screen.getByRole('button', { name: 'Promise it' })).toBeDisabled()
  await screen.getByRole('button', { name: 'Deputy' }).click()
  await screen.getByRole('option', { name: 'Jaan Tamm' }).click()
  await screen.getByText('High', { exact: true }).click()
  await screen.getByRole('button', { name: 'Promise it' }).click()
  await expect
    .poll(() => drafts)
    .toEqual([{ ...usual, keeper: 'deputy', deputy: jaan, priority: 'high', time: inTallinn('2026-11-27T10:30') }])
})

test('where it is not known whose clock the caller has, the place is read to them too', async () => {
  const { screen } = await showForm({ person: { name: 'Dana', number: '101' } })
  await userEvent.keyboard('tomorrow 15:00')
  const place = ownZone().split('/').at(-1)?.replaceAll('_', ' ')
  await expect.element(screen.getByRole('status')).toHaveTextContent(`15:00 ${place} time`)
})

test('a place that was named is the one that is read back', async () => {
  const { screen } = await showForm()
  await userEvent.keyboard('fri 10:30 vancouver')
  await expect.element(screen.getByRole('status')).toHaveTextContent('Friday 27 November, 10:30 Vancouver time')
})

test('a number that is used in several zones asks where the caller is', async () => {
  const { screen, drafts } = await showForm({ person: { name: 'Dana', number: '+61412345678' } })
  await userEvent.keyboard('tomorrow 15:00')
  await expect.element(screen.getByRole('group', { name: 'Which place is meant?' })).toBeVisible()
  await screen.getByRole('button', { name: /^Brisbane/ }).click()
  await expect.element(screen.getByRole('status')).toHaveTextContent('15:00 your time')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => drafts.map(({ time }) => time.zone)).toEqual(['Australia/Brisbane'])
})

test('an American number is known by its area', async () => {
  const { drafts } = await showForm({ person: { name: 'Dana', number: '+13125550123' } })
  await userEvent.keyboard('tomorrow 15:00{Enter}')
  await expect.poll(() => drafts.map(({ time }) => time.zone)).toEqual(['America/Chicago'])
})

test('without a call the agent says who it is, and where the number is from decides the clock', async () => {
  const { screen, drafts, field } = await showForm({ person: { name: '', number: '' }, callId: null })
  await expect.element(screen.getByRole('textbox', { name: 'Who to call' })).toHaveFocus()
  await userEvent.keyboard('Akira{Tab}+81312345678{Tab}')
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('tomorrow 10:30{Enter}')
  await expect
    .poll(() => drafts.map(({ person, callId, time }) => ({ person, callId, wall: time.wall, zone: time.zone })))
    .toEqual([{ person: { name: 'Akira', number: '+81312345678' }, callId: null, wall: '2026-11-23T10:30', zone: 'Asia/Tokyo' }])
})

test('a caller who hides their number is asked for one', async () => {
  const { screen, drafts } = await showForm({ person: { name: 'Akira', number: '' } })
  await expect.element(screen.getByRole('textbox', { name: 'Number' })).toHaveFocus()
  await userEvent.keyboard('+81312345678{Tab}tomorrow 10:30{Enter}')
  await expect
    .poll(() => drafts.map(({ person, callId, time }) => ({ person, callId, wall: time.wall, zone: time.zone })))
    .toEqual([
      { person: { name: 'Akira', number: '+81312345678' }, callId: 'baresip:a', wall: '2026-11-23T10:30', zone: 'Asia/Tokyo' },
    ])
})

test('the picker writes into the same line, and another place is another moment', async () => {
  const { screen, drafts, field } = await showForm()
  await userEvent.keyboard('fri 10:30')
  await screen.getByRole('button', { name: 'Pick date and place' }).click()
  await screen.getByRole('spinbutton', { name: /^hour/ }).click()
  await userEvent.keyboard('11')
  await expect.element(field).toHaveValue('2026-11-27 11:30')
  await screen.getByRole('combobox', { name: 'Where they are' }).fill('Lisbon')
  await screen.getByRole('option', { name: /^Lisbon/ }).click()
  await screen.getByRole('button', { name: 'Promise it' }).click()
  await expect.poll(() => drafts.map(({ time }) => [time.wall, time.zone])).toEqual([['2026-11-27T11:30', 'Europe/Lisbon']])
})
