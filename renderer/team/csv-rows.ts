import Papa from 'papaparse'
import { farEndText } from '../../shared/call/far-end-text.ts'
import { type LineProblem, mostPeople, type PeopleRow, type PeopleTable } from './people-table.ts'

/** A file with more quotation marks astray than this is not read on: it is no table. */
const mostAstray = 20

/** Rows of a table with commas, semicolons, tabs or bars between, and at most one more than a directory can hold with its heading. */
export function csvRows(written: string): PeopleTable {
  const text = written.replace(/\r\n?/g, '\n')
  const delimiter = delimiterOf(text)
  const rows: PeopleRow[] = []
  const problems: LineProblem[] = []
  let from = { index: 0, line: 1 }

  while (from.index < text.length && problems.length < mostAstray && rows.length < mostPeople + 2) {
    const astray = readUntilAstray(from)
    if (astray === null) break
    const end = endOfLine(text, astray.index)
    problems.push({ line: astray.line, trouble: 'quotes', found: farEndText(text.slice(astray.index, end)) })
    from = { index: end + 1, line: astray.line + 1 }
  }
  return { rows, problems }

  /** Where a row begins whose quotation marks do not match; null when the text was read to its end. */
  function readUntilAstray(start: typeof from): typeof from | null {
    let here = start
    let astray: typeof from | null = null
    Papa.parse<string[]>(text.slice(start.index), {
      delimiter,
      newline: '\n',
      step({ data, errors, meta }, parser) {
        if (errors.some(({ type }) => type === 'Quotes')) {
          astray = here
          parser.abort()
          return
        }
        if (data.some((cell) => cell.trim() !== '')) rows.push({ line: here.line, cells: data })
        const index = start.index + meta.cursor
        here = { index, line: here.line + lineBreaks(text.slice(here.index, index)) }
        if (rows.length >= mostPeople + 2) parser.abort()
      },
    })
    return astray
  }
}

/** What stands most often between the cells of the first line that says anything. */
function delimiterOf(text: string): string {
  const line = text.trimStart().split('\n', 1)[0] ?? ''
  const bare = line.replace(/"[^"]*"/g, '')
  const count = (mark: string) => bare.split(mark).length
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a))[0] ?? ','
}

function endOfLine(text: string, index: number): number {
  const end = text.indexOf('\n', index)
  return end === -1 ? text.length : end
}

function lineBreaks(text: string): number {
  return text.split('\n').length - 1
}
