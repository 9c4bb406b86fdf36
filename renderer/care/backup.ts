import { failed, type Result, success } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { copiedTables } from '../storage/recorded-changes.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { throughAge } from './backup-line.ts'
import { breath, GivenUp, type LongWork } from './long-work.ts'
import { slicesOf } from './record-set.ts'

export const backupFormat = 'steadyline-backup'
export const backupVersion = 1

export type BackupFailure = StorageFailure | { readonly kind: 'care.givenUp' } | { readonly kind: 'backup.notSealed' }

/** Everything that is kept, as an age file that this passphrase opens. */
export async function makeBackup(
  storage: Storage,
  passphrase: string,
  now: number,
  work: LongWork,
): Promise<Result<Blob, BackupFailure>> {
  const done = await storage.run(async (database): Promise<Result<Blob, BackupFailure>> => {
    const lines = linesOf(database, now, work)
    const encoder = new TextEncoder()
    let trouble: unknown = null
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        try {
          const next = await lines.next()
          if (next.done) controller.close()
          else controller.enqueue(encoder.encode(next.value))
        } catch (error) {
          trouble = error
          controller.error(error)
        }
      },
    })
    const sealed = await throughAge({ kind: 'seal', passphrase, stream }, blobOf).catch(() => failed('refused'))
    if (trouble instanceof GivenUp || work.signal.aborted) return failed({ kind: 'care.givenUp' })
    if (trouble !== null) throw trouble
    return sealed.ok ? success(sealed.value) : failed({ kind: 'backup.notSealed' })
  })
  return done.ok ? done.value : done
}

/** A line of JSON for the head, each record, and the end, which says how many there were. */
async function* linesOf(database: SteadylineDatabase, now: number, work: LongWork): AsyncGenerator<string> {
  const tables = copiedTables(database)
  const counts = await Promise.all(tables.map((table) => database.table(table).count()))
  const total = Math.max(
    1,
    counts.reduce((sum, count) => sum + count, 0),
  )
  let written = 0
  const head = { format: backupFormat, version: backupVersion, store: database.verno, madeAt: now }
  yield `${JSON.stringify(head)}\n`
  for (const table of tables) {
    for await (const rows of slicesOf(database, table)) {
      yield rows.map((record) => `${JSON.stringify({ table, record })}\n`).join('')
      written += rows.length
      work.tell(Math.min(1, written / total))
      await breath(work)
    }
  }
  yield `${JSON.stringify({ end: written })}\n`
}

async function blobOf(stream: ReadableStream<Uint8Array>): Promise<Blob> {
  const pieces: BlobPart[] = []
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array<ArrayBuffer>>) pieces.push(piece)
  return new Blob(pieces, { type: 'application/octet-stream' })
}
