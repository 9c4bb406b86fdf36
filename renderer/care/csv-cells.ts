import Papa from 'papaparse'

/** Signs by which a spreadsheet takes a cell for a formula, and the mark that says it is none. */
const formula = /^['=+\-@\t\r]/
const defused = /^'(?=['=+\-@\t\r])/

/** Rows of a table for a spreadsheet, none of whose cells would be worked out as a formula. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  return `${Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: '\r\n' },
  )}\r\n`
}

/** The cell as it was before `csvLines` made it harmless. */
export function undefused(cell: string): string {
  return cell.replace(defused, '')
}
