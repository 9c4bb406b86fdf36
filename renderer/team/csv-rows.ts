import Papa from 'papaparse'
import { farEndText } from '../../shared/call/far-end-text.ts'
import { type LineProblem, mostPeople, type PeopleRow, type PeopleTable } from './people-table.ts'

/** Rows of a table with commas, semicolons or tabs between; reads on for one row more than a directory can hold. */
export function csvRows(text: string): PeopleTable {
  const rows: PeopleRow[] = []
  const problems: LineProblem[] = []
  let line = 1
  let read = 0
  Papa.parse<string[]>(text, {
    step({ data, errors, meta }, parser) {
      const hasQuotesWrong = errors.some(({ type }) => type === 'Quotes')
      if (hasQuotesWrong) problems.push({ line, trouble: 'quotes', found: farEndText(data.join(' ')) })
      else if (data.some((cell) => cell.trim() !== '')) rows.push({ line, cells: data })
      line += lineBreaks(text.slice(read, meta.cursor))
      read = meta.cursor
      if (rows.length > mostPeople + 1) parser.abort()
    },
  })
  return { rows, problems }
}

function lineBreaks(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0
}
