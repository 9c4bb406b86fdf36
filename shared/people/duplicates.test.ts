import { expect, test } from 'vitest'
import { duplicatesAmong } from './duplicates.ts'
import type { Person } from './person.ts'

function person(id: string, name: string, ...numbers: readonly string[]): Person {
  return { id, name, namedBy: 'dialer', numbers, written: numbers, remarks: [], createdAt: 1, updatedAt: 1 }
}

const found = (...people: readonly Person[]) =>
  duplicatesAmong(people, (text) => text.toLowerCase()).map(({ one, other, because }) => [one.id, other.id, because])

test('two of the same name may be one, case and spaces apart', () => {
  expect(
    found(
      person('a', 'Marta  Kask', '+37255500142'),
      person('b', 'marta kask', '1042'),
      person('c', '', '1'),
      person('d', '', '2'),
    ),
  ).toEqual([['a', 'b', 'name']])
})

test('a number without its country may be the one that has it', () => {
  expect(found(person('a', 'Marta', '+37255500142'), person('b', '', '055500142'), person('c', '', '+442079460018'))).toEqual([
    ['a', 'b', 'number'],
  ])
})

test('an extension is not taken for the end of a number', () => {
  expect(found(person('a', '', '+37255500142'), person('b', '', '0142'))).toEqual([])
})

test('two the agent has told apart are not asked about again', () => {
  expect(found({ ...person('a', 'Marta', '1'), apart: ['b'] }, person('b', 'Marta', '2'))).toEqual([])
})

test('a name that many share says nothing', () => {
  expect(found(...Array.from({ length: 5 }, (_, index) => person(`p${index}`, 'Acme Ltd', `${index}`)))).toEqual([])
})
