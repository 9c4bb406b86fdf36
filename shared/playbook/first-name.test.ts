import { expect, it } from 'vitest'
import { firstNameIn } from './first-name.ts'

it.each([
  ['Ana Petrova', 'Ana'],
  ['Jean-Luc Moreau', 'Jean-Luc'],
  ["D'Arcy O'Neil", "D'Arcy"],
  ['Ludwig van Beethoven', 'Ludwig'],
  ['Мария Иванова', 'Мария'],
  ['Zoë Ångström', 'Zoë'],
])('a caller shown as "%s" is called %s', (displayName, first) => {
  expect(firstNameIn(displayName)).toBe(first)
})

it.each([
  ['Ana'],
  [''],
  ['SMITH JOHN'],
  ['Smith, John'],
  ['Dr. Smith'],
  ['Mr John Smith'],
  ['J. Smith'],
  ['田中 太郎'],
  ['Kim Support Desk'],
  ['Wireless Caller'],
  ['Acme Tools Ltd'],
  ['Line 2'],
  ['Ana2 Petrova'],
  ['Ana Petrova <sip:ana@example.org>'],
  ['Maximilianhubertusfriedrich Lang'],
])('a caller shown as "%s" is not called by a first name', (displayName) => {
  expect(firstNameIn(displayName)).toBe(null)
})
