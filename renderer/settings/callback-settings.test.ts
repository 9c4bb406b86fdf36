import { expect, it, test } from 'vitest'
import { defaultSettings } from '../../shared/settings/default-settings.ts'
import { settings } from '../../shared/settings/settings.ts'
import { bounds, clockIn, numberNames, settingsIn, textsOf } from './callback-settings.ts'

const { sound, ...numbersAndHours } = defaultSettings.callbacks
const texts = textsOf(defaultSettings.callbacks)

test('what was saved is what is typed', () => {
  expect(settingsIn(texts)).toEqual(numbersAndHours)
})

test('hours may go over midnight', () => {
  expect(settingsIn({ ...texts, callFrom: '20', callTo: '6' })).toMatchObject({ callFrom: '20:00', callTo: '06:00' })
})

it.each([
  ['8', '08:00'],
  ['8:30', '08:30'],
  [' 8.05 ', '08:05'],
  ['23:59', '23:59'],
])('the agent may write %j for %s', (written, clock) => {
  expect(clockIn(written)).toBe(clock)
})

it.each(['', '24', '8:60', '8:3', 'noon', '-1'])('%j is no time of a day', (written) => {
  expect(clockIn(written)).toBeNull()
})

it.each([
  ['hours that end as they begin', { callFrom: '20:00', callTo: '20:00' }],
  ['hours without an end', { callTo: '' }],
  ['a number in words', { retries: 'two' }],
  ['a share of a minute', { leadMinutes: '0.5' }],
])('%s cannot be saved', (_what, wrong) => {
  expect(settingsIn({ ...texts, ...wrong })).toBeNull()
})

it.each(numberNames)('the bounds of %s are those that are kept', (name) => {
  const kept = (value: number) => settings.safeParse({ callbacks: { ...defaultSettings.callbacks, [name]: value } }).success
  const { least, most } = bounds[name]
  expect([least - 1, least, most, most + 1].map(kept)).toEqual([false, true, true, false])
  expect([least - 1, least, most, most + 1].map((value) => settingsIn({ ...texts, [name]: String(value) }) !== null)).toEqual([
    false,
    true,
    true,
    false,
  ])
})
