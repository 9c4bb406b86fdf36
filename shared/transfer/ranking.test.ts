import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Colleague } from './colleague.ts'
import { suggestions } from './ranking.ts'
import type { Presence } from './team.ts'
import type { Attempt } from './transfer-record.ts'

const person = (id: string, changes: Partial<Colleague> = {}): Colleague => ({
  id,
  name: id,
  role: 'expert',
  topics: [],
  number: '201',
  ...changes,
})
const present = (id: string, availability: Presence['availability'], changes: Partial<Colleague> = {}): Presence => ({
  person: person(id, changes),
  availability,
  since: 0,
  seenAt: 0,
})
const inVain = (id: string): Attempt => ({
  briefId: id,
  to: { id, name: id, number: '' },
  by: 'hub',
  at: 0,
  result: 'declined',
  resultAt: 0,
  reason: '',
})
const idsOf = (found: ReturnType<typeof suggestions>) => found.map(({ person: { id } }) => id)

test('a free manager is asked first, then the expert of the topic, then any other, and last who cannot answer', () => {
  const people = [
    present('rein', 'onCall', { role: 'manager' }),
    present('liis', 'available', { topics: ['Carriers'] }),
    present('mart', 'available', { topics: ['deliveries'] }),
    present('kai', 'offline', { role: 'manager' }),
    present('jaan', 'available', { role: 'manager' }),
  ]
  expect(idsOf(suggestions(people, [person('desk')], 'carriers', []))).toEqual(['jaan', 'liis', 'mart', 'rein', 'kai', 'desk'])
})

test('whoever was asked in vain in this call comes last, however free', () => {
  const people = [present('jaan', 'available', { role: 'manager' }), present('liis', 'away')]
  expect(idsOf(suggestions(people, [person('desk')], '', [inVain('jaan')]))).toEqual(['liis', 'desk', 'jaan'])
})

test('somebody in the directory whom the hub knows is there once, as the hub tells', () => {
  const found = suggestions([present('jaan', 'away')], [person('jaan'), person('desk')], '', [])
  expect(found.map(({ person: { id }, availability }) => [id, availability])).toEqual([
    ['jaan', 'away'],
    ['desk', 'unknown'],
  ])
})

const anyPresence = fc.record({
  person: fc.record({
    id: fc.stringMatching(/^[a-z]{1,4}$/),
    name: fc.string({ maxLength: 6 }),
    role: fc.constantFrom('agent', 'expert', 'manager'),
    topics: fc.array(fc.constantFrom('Deliveries', 'refunds', ' '), { maxLength: 3 }),
    number: fc.string({ maxLength: 4 }),
  }),
  availability: fc.constantFrom('available', 'onCall', 'away', 'offline'),
  since: fc.constant(0),
  seenAt: fc.constant(0),
}) satisfies fc.Arbitrary<Presence>
const anyPeople = fc.uniqueArray(anyPresence, { selector: ({ person: { id } }) => id, maxLength: 12 })

test('the order is the same whoever the hub names first, and nobody is lost', () => {
  fc.assert(
    fc.property(anyPeople, fc.constantFrom('', 'deliver', 'Refunds'), fc.subarray(['a', 'b', 'ab']), (people, topic, tried) => {
      const attempts = tried.map(inVain)
      const found = suggestions(people, [], topic, attempts)
      expect(idsOf(suggestions(people.toReversed(), [], topic, attempts))).toEqual(idsOf(found))
      expect(idsOf(found).toSorted()).toEqual(people.map(({ person: { id } }) => id).toSorted())
    }),
  )
})

test('nobody who is away stands before somebody who is free and was not asked yet', () => {
  fc.assert(
    fc.property(anyPeople, fc.subarray(['a', 'b', 'ab']), (people, tried) => {
      const found = suggestions(people, [], 'refunds', tried.map(inVain))
      const ranks = found.map(({ wasTried, availability }) => (wasTried ? 2 : availability === 'available' ? 0 : 1))
      expect(ranks).toEqual(ranks.toSorted())
    }),
  )
})
