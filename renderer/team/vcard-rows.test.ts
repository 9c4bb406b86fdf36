import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { vcardRows } from './vcard-rows.ts'

const jaan = `BEGIN:VCARD
VERSION:3.0
FN:Jaan Tamm
N:Tamm;Jaan;;;
TITLE:Supervisor
CATEGORIES:deliveries,refunds
TEL;TYPE=WORK,VOICE:+372 555 0142
TEL;TYPE=CELL:+372 555 9999
END:VCARD
`

describe('a file of cards', () => {
  it('gives a row for each card, with its first number', () => {
    expect(vcardRows(jaan)).toEqual({
      rows: [{ line: 1, cells: ['Jaan Tamm', '+372 555 0142', 'Supervisor', 'deliveries, refunds'] }],
      problems: [],
    })
  })

  it('reads version 4, folded lines and escaped commas', () => {
    const card = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:P\u00f5ld\\, Li\r\n is\r\nTEL;VALUE=uri:tel:+372-555-777\r\nEND:VCARD\r\n'
    expect(vcardRows(card).rows).toEqual([{ line: 1, cells: ['Põld, Liis', '+372-555-777', '', ''] }])
  })

  it('is not held up by a card that cannot be read', () => {
    const { rows, problems } = vcardRows(`${jaan}BEGIN:VCARD\nnonsense\nEND:VCARD\nBEGIN:VCARD\n${jaan}`)
    expect([rows.map(({ line }) => line), problems]).toEqual([
      [1, 14],
      [
        { line: 10, trouble: 'notACard', found: '' },
        { line: 13, trouble: 'notACard', found: '' },
      ],
    ])
  })

  it('names cards of a kind that would come out garbled', () => {
    const old = 'BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:P=C3=B5ld\nEND:VCARD\n'
    expect(vcardRows(old)).toEqual({ rows: [], problems: [{ line: 1, trouble: 'oldCard', found: '' }] })
  })

  it('never stumbles over a text that is none', () => {
    const line = fc.oneof(fc.string(), fc.constantFrom('BEGIN:VCARD', 'END:VCARD', 'FN:Ana', 'TEL:1', 'N:a;b'))
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const { rows, problems } = vcardRows(lines.join('\n'))
        expect(rows.every(({ cells }) => cells.every((cell) => typeof cell === 'string'))).toBe(true)
        expect(rows.length + problems.length).toBe(lines.filter((content) => content === 'BEGIN:VCARD').length)
      }),
    )
  })
})
