import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { colleague } from '../../shared/transfer/colleague.ts'
import { guessColumns } from './guess-columns.ts'
import { peopleIn } from './people-in.ts'
import { type Columns, mostPeople } from './people-table.ts'

const columns: Columns = { name: 0, number: 1, role: 2, topics: 3, user: 4 }
const row = (line: number, ...cells: string[]) => ({ line, cells })

describe('the columns of a table', () => {
  it.each<[string[], Columns]>([
    [['Name', 'Phone', 'Role', 'Topics'], { name: 0, number: 1, role: 2, topics: 3, user: null }],
    [['Extension', 'Display Name', 'Username'], { name: 1, number: 0, role: null, topics: null, user: 2 }],
    [['Full name', 'Job title', 'Mobile phone', 'Department'], { name: 0, number: 2, role: 1, topics: 3, user: null }],
  ])('are known by what the first line calls them: %j', (cells, wanted) => {
    expect(guessColumns(row(1, ...cells))).toEqual(wanted)
  })

  it('are unknown when the first line is somebody', () => {
    expect(guessColumns(row(1, 'Ana Sild', '101'))).toBe(null)
  })
})

describe('the people of a table', () => {
  it('have what their columns say', () => {
    const table = { rows: [row(2, 'Jaan Tamm', '+372 555 0142', 'Team lead', 'Deliveries; refunds', 'Jaan.Tamm')], problems: [] }
    expect(peopleIn(table, columns, false)).toEqual({
      people: [
        { id: 'jaan.tamm', name: 'Jaan Tamm', number: '+372 555 0142', role: 'manager', topics: ['Deliveries', 'refunds'] },
      ],
      problems: [],
    })
  })

  it('leave out lines without a name or with a number nobody can dial, each named in the order of the file', () => {
    const table = {
      rows: [row(1, 'Name', 'Number'), row(2, '', '101'), row(4, 'Ana', '3.7255E+10'), row(5, 'Liis', 'sip:liis@pbx')],
      problems: [{ line: 3, trouble: 'quotes', found: 'x' } as const],
    }
    const { people, problems } = peopleIn(table, columns, true)
    expect([people.map(({ name }) => name), problems]).toEqual([
      ['Liis'],
      [
        { line: 2, trouble: 'noName', found: '101' },
        { line: 3, trouble: 'quotes', found: 'x' },
        { line: 4, trouble: 'notANumber', found: '3.7255E+10' },
      ],
    ])
  })

  it('are always fit for the settings, whatever a hostile file holds', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('<img src=x onerror=alert(1)>', '=HYPERLINK("http://x")', '\u202Etxt.exe', '+372 555', 'x'.repeat(5000)),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 20 }), (cells) => {
        const rows = cells.map((texts, index) => row(index + 1, ...texts))
        const { people, problems } = peopleIn({ rows, problems: [] }, columns, false)
        for (const person of people) {
          const kept = { ...person, id: person.id || 'book.x', role: person.role ?? 'expert' }
          expect(colleague.parse(kept)).toEqual(kept)
        }
        expect(people.length + problems.length).toBe(rows.length)
      }),
    )
  })

  it('are as many as a directory holds, within a moment', () => {
    const rows = Array.from({ length: mostPeople }, (_, index) => row(index + 1, `Person ${index}`, `+3725550${index}`))
    expect(peopleIn({ rows, problems: [] }, columns, false).people.length).toBe(mostPeople)
  })
})
