import '../storage/schemas-without-eval.ts'
import * as z from 'zod'
import { failed, type Result, success } from '../../shared/result.ts'
import { SteadylineDatabase } from '../storage/database.ts'
import { copiedTables } from '../storage/recorded-changes.ts'
import { rowShapes } from '../storage/row-shapes.ts'
import { backupFormat, backupVersion } from './backup.ts'
import { throughAge } from './backup-line.ts'
import { broughtUp } from './brought-up.ts'
import { breath, GivenUp, type LongWork } from './long-work.ts'
import { keyOf, keyPathOf, type RecordSet, type Row } from './record-set.ts'

export interface Backup {
  /** Wall clock, ms since 1970. */
  readonly madeAt: number
  /** As a store of today has them. */
  readonly records: RecordSet
}

export type BackupTrouble =
  | { readonly kind: 'care.givenUp' }
  /** No backup of ours, or another passphrase: an age file does not say which. */
  | { readonly kind: 'backup.notOpened' }
  | { readonly kind: 'backup.notAge' }
  /** Cut short or altered. */
  | { readonly kind: 'backup.damaged' }
  | { readonly kind: 'backup.newer' }
  /** Of an older store, and no migration makes records of today of it. */
  | { readonly kind: 'backup.notBroughtUp' }

const head = z.object({
  format: z.literal(backupFormat),
  version: z.number().int().min(1),
  store: z.number().int().min(1),
  madeAt: z.number(),
})
const line = z.union([z.object({ table: z.string(), record: z.looseObject({}) }), z.object({ end: z.number() })])

const firstLine = 'age-encryption.org/v1\n'

/** Reads and checks all of it; nothing is written. */
export async function readBackup(file: Blob, passphrase: string, work: LongWork): Promise<Result<Backup, BackupTrouble>> {
  if ((await file.slice(0, firstLine.length).text()) !== firstLine) return failed({ kind: 'backup.notAge' })
  const reading = new Reading()
  let bytes = 0
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength
      work.tell(bytes / Math.max(1, file.size))
      controller.enqueue(chunk)
    },
  })
  try {
    const stream = file.stream().pipeThrough(counting)
    const opened = await throughAge({ kind: 'open', passphrase, stream }, (plain) => readLines(plain, reading, work))
    return opened.ok ? await reading.finish() : failed({ kind: 'backup.notOpened' })
  } catch (error) {
    return failed({ kind: error instanceof GivenUp ? 'care.givenUp' : 'backup.damaged' })
  }
}

async function readLines(stream: ReadableStream<Uint8Array>, reading: Reading, work: LongWork): Promise<void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  for await (const chunk of stream as unknown as AsyncIterable<Uint8Array>) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) reading.take(JSON.parse(text))
    await breath(work)
  }
}

class Reading {
  readonly #today = new SteadylineDatabase()
  /** As the store was that it was made from. */
  #then = this.#today
  readonly #records = new Map<string, Map<string, Row>>()
  #head: z.infer<typeof head> | 'newer' | null = null
  #taken = 0
  #end: number | null = null

  /** Throws where it is no line of a backup: then none of it is believed. */
  take(value: unknown): void {
    if (this.#head === 'newer') return
    if (this.#head === null) {
      const found = head.parse(value)
      this.#head = found.version > backupVersion || found.store > this.#today.verno ? 'newer' : found
      this.#then = new SteadylineDatabase(this.#today.name, found.store)
      return
    }
    const found = line.parse(value)
    if ('end' in found) this.#end = found.end
    else this.#keep(found.table, found.record)
  }

  #keep(table: string, record: Row): void {
    this.#taken += 1
    if (!copiedTables(this.#then).includes(table)) throw new Error('A table that its store had not')
    const key = keyOf(record, keyPathOf(this.#then, table))
    if (key === undefined) throw new Error('A record without its key')
    if (this.#then.verno === this.#today.verno) rowShapes[table]?.parse(record)
    const rows = this.#records.get(table) ?? new Map<string, Row>()
    this.#records.set(table, rows.set(key, record))
  }

  async finish(): Promise<Result<Backup, BackupTrouble>> {
    if (this.#head === 'newer') return failed({ kind: 'backup.newer' })
    if (this.#head === null || this.#end !== this.#taken) return failed({ kind: 'backup.damaged' })
    const { madeAt, store } = this.#head
    const records = new Map([...this.#records].map(([table, rows]) => [table, [...rows.values()]]))
    if (store === this.#today.verno) return success({ madeAt, records })
    try {
      return success({ madeAt, records: await broughtUp(records, store) })
    } catch {
      return failed({ kind: 'backup.notBroughtUp' })
    }
  }
}
