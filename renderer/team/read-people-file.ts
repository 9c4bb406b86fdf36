import { failed, type Result, success } from '../../shared/result.ts'
import { guessColumns } from './guess-columns.ts'
import { type Columns, mostPeople, type PeopleTable } from './people-table.ts'

/** Bytes. */
export const largestFile = 5 * 1024 * 1024

export type FileTrouble = 'tooBig' | 'tooMany' | 'empty' | 'notRead'

export interface PeopleFile extends PeopleTable {
  readonly fileName: string
  /** The first row names the columns. */
  readonly hasHeading: boolean
  readonly columns: Columns
  /** A table's columns can be chosen; a card's are what they are. */
  readonly kind: 'table' | 'cards'
}

/** Nobody knows what stands where: the first two columns are the likeliest. */
const firstTwo: Columns = { name: 0, number: 1, role: null, topics: null, user: null }

/** What a file somebody picked says about people; the parser of its kind is loaded only now. */
export async function readPeopleFile(file: File): Promise<Result<PeopleFile, FileTrouble>> {
  if (file.size > largestFile) return failed('tooBig')
  const bytes = await file.arrayBuffer().catch(() => null)
  if (bytes === null) return failed('notRead')
  const read = await peopleFile(file.name, textFrom(new Uint8Array(bytes)))
  if (read.rows.length + read.problems.length === 0) return failed('empty')
  return read.rows.length - (read.hasHeading ? 1 : 0) > mostPeople ? failed('tooMany') : success(read)
}

async function peopleFile(fileName: string, text: string): Promise<PeopleFile> {
  if (/^\s*BEGIN:VCARD/i.test(text)) {
    const { vcardColumns, vcardRows } = await import('./vcard-rows.ts')
    return { fileName, kind: 'cards', hasHeading: false, columns: vcardColumns, ...vcardRows(text) }
  }
  const { csvRows } = await import('./csv-rows.ts')
  const table = csvRows(text)
  const columns = guessColumns(table.rows[0])
  return { fileName, kind: 'table', hasHeading: columns !== null, columns: columns ?? firstTwo, ...table }
}

/** UTF-8 or UTF-16 where the bytes say so, else what spreadsheets on Windows write. */
export function textFrom(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
