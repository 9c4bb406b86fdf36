import { expect, test } from 'vitest'
import { largestFile, readPeopleFile, textFrom } from './read-people-file.ts'

const text = 'Name,Number\nLiis Põld,101\n'

test.each([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-8 with a mark', new TextEncoder().encode(`\uFEFF${text}`)],
  ['UTF-16, as spreadsheets save text', new Uint8Array([0xff, 0xfe, ...new Uint8Array(Uint16Array.from(codes(text)).buffer)])],
  ['Windows’ own letters', Uint8Array.from(codes(text))],
])('a list saved as %s is read with its accents', (_, bytes) => {
  expect(textFrom(bytes)).toBe(text)
})

test('a table is read with its heading known', async () => {
  expect(await readPeopleFile(new File([text], 'people.csv'))).toEqual({
    ok: true,
    value: {
      fileName: 'people.csv',
      kind: 'table',
      hasHeading: true,
      columns: { name: 0, number: 1, role: null, topics: null, user: null },
      rows: [
        { line: 1, cells: ['Name', 'Number'] },
        { line: 2, cells: ['Liis Põld', '101'] },
      ],
      problems: [],
    },
  })
})

test('cards are known by how they begin, whatever the file is called', async () => {
  const read = await readPeopleFile(new File(['BEGIN:VCARD\nVERSION:3.0\nFN:Ana\nTEL:101\nEND:VCARD\n'], 'export.txt'))
  expect(read.ok && [read.value.kind, read.value.rows]).toEqual(['cards', [{ line: 1, cells: ['Ana', '101', '', ''] }]])
})

test.each([
  ['tooBig', new File([new Uint8Array(largestFile + 1)], 'a.csv')],
  ['tooMany', new File(['Name,Number\n', ...Array.from({ length: 2001 }, (_, index) => `Person ${index},1${index}\n`)], 'a.csv')],
  ['empty', new File(['\n\n'], 'a.csv')],
])('a file is refused as a whole when it is %s', async (failure, file) => {
  expect(await readPeopleFile(file)).toEqual({ ok: false, failure })
})

test('2,000 people are taken', async () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `Person ${index},1${index}\n`)
  const read = await readPeopleFile(new File(['Name,Number\n', ...lines], 'a.csv'))
  expect(read.ok && read.value.rows.length).toBe(2001)
})

function codes(written: string): number[] {
  return [...written].map((letter) => letter.charCodeAt(0))
}
