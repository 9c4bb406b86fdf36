import { expect, test } from 'vitest'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { peopleFound } from './people-found.ts'

const people: readonly Colleague[] = [
  { id: 'a', name: 'Liis Põld', role: 'expert', topics: ['carriers'], number: '+372 555 0142' },
  { id: 'b', name: 'Ana Sild', role: 'manager', topics: [], number: '101' },
]

test('an agent finds a colleague by name, topic or number, whatever the accents and spaces', () => {
  const ids = (query: string) => peopleFound(people, query).map(({ id }) => id)
  expect([ids(''), ids('pold'), ids('carr'), ids('5550142'), ids('ana 101'), ids('nobody')]).toEqual([
    ['b', 'a'],
    ['a'],
    ['a'],
    ['a'],
    ['b'],
    [],
  ])
})
