import Papa from 'papaparse'
import { failed, type Result, success } from '../../shared/result.ts'
import { breath, type LongWork } from './long-work.ts'

export interface CsvRow {
  readonly line: number
  readonly cells: readonly string[]
}

export interface CsvTable {
  readonly rows: readonly CsvRow[]
}

export type CsvTrouble =
  | { readonly kind: 'import.notRead' }
  | { readonly kind: 'import.empty' }
  | { readonly kind: 'import.tooLong'; readonly most: number }
  /** Quotation marks that open on this line and close nowhere near. */
  | { readonly kind: 'import.quotes'; readonly line: number }

const mostRows = 500_000

/** Lines and UTF-16 units that one row may go over. */
const mostLines = 2000
const mostLength = 1024 * 1024
const batchLength = 64 * 1024

/** Reads a table with commas, semicolons, tabs or bars between, in pieces; nothing is written. */
export async function readCsv(file: Blob, work: LongWork): Promise<Result<CsvTable, CsvTrouble>> {
  try {
    return await readAs('utf-8', file, work)
  } catch (error) {
    if (work.signal.aborted) throw error
    return readAs('windows-1252', file, work).catch((trouble: unknown) => {
      if (work.signal.aborted) throw trouble
      return failed({ kind: 'import.notRead' })
    })
  }
}

async function readAs(encoding: string, file: Blob, work: LongWork): Promise<Result<CsvTable, CsvTrouble>> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const lines = new CsvLines()
  let [bytes, rest] = [0, '']
  for await (const chunk of file.stream() as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength
    const pieces = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = pieces.pop() ?? ''
    for (const piece of pieces) lines.take(piece)
    const trouble = lines.trouble()
    if (trouble) return failed(trouble)
    if (rest.length > mostLength) return failed({ kind: 'import.notRead' })
    work.tell(bytes / Math.max(1, file.size))
    await breath(work)
  }
  if (rest !== '') lines.take(rest)
  return lines.finish()
}

/** Gathers lines until their quotation marks match, so that no piece is read twice however broken the table is. */
class CsvLines {
  readonly #rows: CsvRow[] = []
  #waiting: string[] = []
  #length = 0
  #isOpen = false
  #openedAt = 0
  #openLines = 0
  #line = 0
  #delimiter: string | null = null
  #trouble: CsvTrouble | null = null

  take(line: string): void {
    if (this.#trouble) return
    this.#line += 1
    this.#waiting.push(line.endsWith('\r') ? line.slice(0, -1) : line)
    this.#length += line.length + 1
    if (countQuotes(line) % 2 === 1) {
      this.#isOpen = !this.#isOpen
      this.#openedAt = this.#line
      this.#openLines = 0
    }
    if (this.#isOpen) this.#openLines += 1
    if (this.#openLines > mostLines || (this.#isOpen && this.#length > mostLength + batchLength)) this.#isAstray(this.#openedAt)
    else if (!this.#isOpen && this.#length > batchLength) this.#parse()
  }

  trouble(): CsvTrouble | null {
    return this.#trouble
  }

  finish(): Result<CsvTable, CsvTrouble> {
    if (!this.#trouble && this.#waiting.length > 0) this.#parse()
    if (this.#trouble) return failed(this.#trouble)
    return this.#rows.length === 0 ? failed({ kind: 'import.empty' }) : success({ rows: this.#rows })
  }

  #isAstray(line: number): void {
    this.#trouble ??= { kind: 'import.quotes', line }
  }

  #parse(): void {
    const text = this.#waiting.join('\n').replace(/^\uFEFF/, '')
    this.#delimiter ??= delimiterOf(this.#waiting)
    let line = this.#line - this.#waiting.length + 1
    let read = 0
    Papa.parse<string[]>(text, {
      delimiter: this.#delimiter,
      newline: '\n',
      step: ({ data, errors, meta }, parser) => {
        if (errors.some(({ type }) => type === 'Quotes')) {
          this.#isAstray(line)
          parser.abort()
          return
        }
        if (data.some((cell) => cell.trim() !== '')) this.#rows.push({ line, cells: data })
        for (; read < meta.cursor; read += 1) if (text.charCodeAt(read) === 10) line += 1
      },
    })
    if (this.#rows.length > mostRows) this.#trouble ??= { kind: 'import.tooLong', most: mostRows }
    this.#waiting = []
    this.#length = 0
  }
}

function countQuotes(line: string): number {
  let count = 0
  for (let at = line.indexOf('"'); at !== -1; at = line.indexOf('"', at + 1)) count += 1
  return count
}

/** What stands most often between the cells of the first line that says anything. */
function delimiterOf(lines: readonly string[]): string {
  const first = lines.find((line) => line.trim() !== '') ?? ''
  const bare = first.replace(/"[^"]*"/g, '')
  const count = (mark: string) => bare.split(mark).length
  return [',', ';', '\t', '|'].toSorted((one, other) => count(other) - count(one))[0] ?? ','
}
