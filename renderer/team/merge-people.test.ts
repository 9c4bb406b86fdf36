import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { mergePeople } from './merge-people.ts'
import type { WrittenPerson } from './person-from.ts'

const ana: Colleague = { id: 'book.ana.sild', name: 'Ana Sild', role: 'expert', topics: ['refunds'], number: '101' }

function written(name: string, number = '', more: Partial<WrittenPerson> = {}): WrittenPerson {
  return { id: '', name, number, role: null, topics: [], ...more }
}

describe('people taken into the directory', () => {
  it('get an id of their own, in Latin letters', () => {
    const { people, added } = mergePeople([ana], [written('Jaan Põld', '102'), written('Jaan Põld', '103'), written('Яна')])
    expect([people.map(({ id }) => id), added]).toEqual([
      ['book.ana.sild', 'book.jaan.pold', 'book.jaan.pold.2', 'book.colleague'],
      3,
    ])
  })

  it('are known again by name and number, however the number is written', () => {
    const phone = { ...ana, number: '+372 555 0142' }
    const { people, added, changed, same } = mergePeople([phone], [written('ana  sild', '00372-555-0142')])
    expect([people.length, added, changed + same]).toEqual([1, 0, 1])
  })

  it('are known again by name when one side has no number, and keep what the file does not say', () => {
    const { people, changed } = mergePeople([ana], [written('Ana Sild', '', { topics: ['Refunds', 'carriers'] })])
    expect([people, changed]).toEqual([[{ ...ana, topics: ['refunds', 'carriers'] }], 1])
  })

  it('stay two when they share a name or a switchboard', () => {
    expect(mergePeople([ana], [written('Ana Sild', '999'), written('Jaan Tamm', '101')]).people.length).toBe(3)
  })

  it('are one when the file has them twice', () => {
    const { people, added } = mergePeople([], [written('Liis', '7'), written('Liis', '7', { role: 'manager' })])
    expect([people.length, people[0]?.role, added]).toEqual([1, 'manager', 1])
  })

  it('are as before when the file says nothing new', () => {
    const { people, added, changed, same } = mergePeople([ana], [written('Ana Sild', '101')])
    expect([people, added, changed, same]).toEqual([[ana], 0, 0, 1])
  })

  it('never have an id twice, and nobody comes twice when the same file is taken again', () => {
    const person = fc.record({
      id: fc.constant(''),
      name: fc.constantFrom('Ana', 'ána', 'Jaan', 'Яна'),
      number: fc.constantFrom('', '1', '22', '0022', '+22'),
      role: fc.constantFrom(null, 'expert' as const, 'manager' as const),
      topics: fc.subarray(['a', 'b']),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 12 }), fc.array(person, { maxLength: 12 }), (first, second) => {
        const before = mergePeople([], first).people
        const { people, added } = mergePeople(before, second)
        expect(new Set(people.map(({ id }) => id)).size).toBe(people.length)
        expect(people.length).toBe(before.length + added)
        expect(mergePeople(people, second).added).toBe(0)
      }),
    )
  })
})
