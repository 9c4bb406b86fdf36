import { isPractice } from '../../shared/call/call.ts'
import type { ExportTable } from '../../shared/care/export-format.ts'
import type { CallRecord } from '../../shared/notes/note.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { keepsOf, type Scope } from './export-scope.ts'
import { breath, GivenUp, type LongWork } from './long-work.ts'
import { type Row, slicesOf } from './record-set.ts'

export interface Exported {
  readonly blob: Blob
  readonly calls: number
}

export type Export = Result<Exported, StorageFailure | { readonly kind: 'care.givenUp' }>

type Read = (table: ExportTable, isIn?: (row: never) => boolean) => AsyncGenerator<readonly Row[]>

/** Text of so many UTF-16 units goes into one piece of the file. */
const pieceLength = 1024 * 1024

/** Writes a file in slices, between which the window paints; the text of a whole career never stands in memory at once. */
export async function exported(
  storage: Storage,
  scope: Scope,
  type: string,
  work: LongWork,
  write: (read: Read, database: SteadylineDatabase) => AsyncGenerator<string>,
): Promise<Export> {
  const done = await storage.run(async (database): Promise<Export> => {
    try {
      return success(await writeAll(database, scope, type, work, write))
    } catch (error) {
      if (error instanceof GivenUp) return failed({ kind: 'care.givenUp' })
      throw error
    }
  })
  return done.ok ? done.value : done
}

async function writeAll(
  database: SteadylineDatabase,
  scope: Scope,
  type: string,
  work: LongWork,
  write: (read: Read, database: SteadylineDatabase) => AsyncGenerator<string>,
): Promise<Exported> {
  const keeps = await keepsOf(database, scope)
  const total = Math.max(1, (await database.calls.count()) + (await database.notes.count()))
  let seen = 0
  let calls = 0

  async function* read(table: ExportTable, isIn: (row: never) => boolean = () => true): AsyncGenerator<readonly Row[]> {
    for await (const rows of slicesOf(database, table)) {
      const kept = rows.filter((row) => keeps(table, row) && isIn(row as never))
      if (table === 'calls') calls += kept.length
      yield kept
      if (table === 'calls' || table === 'notes') seen += rows.length
      work.tell(Math.min(1, seen / total))
      await breath(work)
    }
  }

  const pieces: Blob[] = []
  let piece = ''
  for await (const text of write(read, database)) {
    piece += text
    if (piece.length < pieceLength) continue
    pieces.push(new Blob([piece]))
    piece = ''
  }
  const blob = new Blob([...pieces, piece], { type })
  return { blob, calls }
}

/** Tables and texts do not say which calls were practice, and have none. */
export function isReal(call: CallRecord): boolean {
  return !isPractice(call)
}
