import Papa from 'papaparse'
import { expect, test } from 'vitest'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { csvOf } from './csv-callbacks.ts'

test('a spreadsheet works nothing out of what a caller said, and gets it whole', () => {
  const person = { name: '=HYPERLINK("http://evil.example")', number: '+37255500142' }
  const notes = '@SUM(1)\nwith "marks", and a second line'
  const text = csvOf([sampleCallback({ person, reason: '-1+2', notes })], { headings: ['Time'], standing: () => 'in 1h' })
  expect(text.startsWith('\uFEFFTime\r\n')).toBe(true)
  const [, cells] = Papa.parse<string[]>(text.trim()).data
  expect(cells?.slice(3, 6)).toEqual([`'${person.name}`, `'${person.number}`, "'-1+2"])
  expect(cells?.at(-1)).toBe(`'${notes}`)
})
