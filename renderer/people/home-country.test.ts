import { expect, test } from 'vitest'
import { homeCountry } from './home-country.ts'

test.each([
  ['EE', ['de-DE'], 'EE'],
  ['', ['de-AT', 'en-US'], 'AT'],
  ['', ['et'], 'EE'],
  ['ZZ', ['fi-FI'], 'FI'],
  ['', ['not a language', 'lv'], 'LV'],
  ['', [], null],
])('with %j set and a system that speaks %j, numbers without a country are of %s', (set, languages, home) => {
  expect(homeCountry(set, languages)).toBe(home)
})
