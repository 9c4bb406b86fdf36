import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { csvRows } from './csv-rows.ts'
import { mostPeople } from './people-table.ts'

describe('a table of people', () => {
  it.each([
    ['commas', 'Name,Number\nAna Sild,101\n'],
    ['semicolons', 'Name;Number\r\nAna Sild;101\r\n'],
    ['tabs', 'Name\tNumber\nAna Sild\t101'],
  ])('is read with %s between', (_, text) => {
    expect(csvRows(text)).toEqual({
      rows: [
        { line: 1, cells: ['Name', 'Number'] },
        { line: 2, cells: ['Ana Sild', '101'] },
      ],
      problems: [],
    })
  })

  it('keeps the lines of the file, across empty ones and cells of several lines', () => {
    const { rows } = csvRows('Name,Number\n\n"Ana\nSild",101\n  , \nJaan Tamm,102\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 3, 6])
  })

  it('says which line has a quotation mark astray, and takes the others', () => {
    const { rows, problems } = csvRows('Ana,101\n"Jaan" Tamm,102\nLiis,103\n')
    expect([rows.map(({ cells }) => cells[0]), problems.map(({ line, trouble }) => [line, trouble])]).toEqual([
      ['Ana', 'Liis'],
      [[2, 'quotes']],
    ])
  })

  it('is not read to its end when it has more people than a directory', () => {
    const { rows } = csvRows('Ana Sild,101\n'.repeat(mostPeople * 3))
    expect(rows.length).toBe(mostPeople + 2)
  })

  it('comes back as any program wrote it, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('=cmd|" /C calc"!A0', '<b>x</b>', 'a\nb', '"', ',', ';', '\t'))
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(table, (written) => {
        const wanted = written.map((row) => ['Ana Sild', 'n', ...row].map((text) => text.replaceAll('\r', '')))
        const text = Papa.unparse(wanted, { quotes: true, newline: '\n' })
        expect(csvRows(text).rows.map(({ cells }) => cells)).toEqual(wanted)
      }),
    )
  })

  it('never stumbles over a text that is none', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => csvRows(text).rows.length >= 0))
  })
})
