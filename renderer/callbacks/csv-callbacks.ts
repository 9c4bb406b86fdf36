import Papa from 'papaparse'
import type { Callback } from '../../shared/callbacks/callback.ts'

/** The words of the first line, and of what a callback came to. */
export interface CsvWords {
  readonly headings: readonly string[]
  readonly standing: (callback: Callback) => string
}

/** A table for a spreadsheet: UTF-8 with a mark that says so, and no cell that would be worked out as a formula. */
export function csvOf(callbacks: readonly Callback[], { headings, standing }: CsvWords): string {
  const rows = callbacks.map((callback) => [
    new Date(callback.due.at).toISOString(),
    callback.due.wall,
    callback.due.zone,
    callback.person.name,
    callback.person.number,
    callback.reason,
    callback.topic,
    callback.promised,
    callback.priority,
    callback.kind,
    callback.keeper,
    callback.deputy?.name ?? '',
    callback.state,
    standing(callback),
    callback.notes,
  ])
  return `\uFEFF${Papa.unparse([[...headings], ...rows], { escapeFormulae: /^[=+\-@\t\r]/ })}\r\n`
}
