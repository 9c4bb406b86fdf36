import '../storage/schemas-without-eval.ts'
import {
  type ExportTable,
  exportFormat,
  exportHead,
  exportRecords,
  exportTables,
  exportVersion,
} from '../../shared/care/export-format.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { type Found, JsonRecords } from './json-records.ts'
import { breath, type LongWork } from './long-work.ts'
import type { Row } from './record-set.ts'

/** A record that is not what it should be. */
export interface Broken {
  readonly line: number
  readonly table: string
  /** Where in the record, such as `handling.steps`. */
  readonly part: string
}

export interface Import {
  readonly records: ReadonlyMap<string, readonly Row[]>
  /** The first few. */
  readonly broken: readonly Broken[]
  readonly brokenCount: number
}

export type ImportTrouble =
  | { readonly kind: 'import.notRead' }
  | { readonly kind: 'import.notJson'; readonly line: number }
  | { readonly kind: 'import.notOurs' }
  | { readonly kind: 'import.newer' }
  | { readonly kind: 'import.empty' }

const mostShown = 100

/** Reads and checks a whole export; nothing is written. */
export async function readJsonExport(file: Blob, work: LongWork): Promise<Result<Import, ImportTrouble>> {
  const reading = new Reading()
  const scanner = new JsonRecords()
  let bytes = 0
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for await (const chunk of file.stream() as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.byteLength
      const found = scanner.take(decoder.decode(chunk, { stream: true }))
      if (!found.ok) return failed({ kind: 'import.notJson', line: found.failure.line })
      for (const one of found.value) reading.take(one)
      work.tell(bytes / Math.max(1, file.size))
      await breath(work)
    }
  } catch (error) {
    if (work.signal.aborted) throw error
    return failed({ kind: 'import.notRead' })
  }
  const unfinished = scanner.finish()
  return unfinished ? failed({ kind: 'import.notJson', line: unfinished.line }) : reading.finish()
}

class Reading {
  readonly #head: { format?: unknown; version?: unknown; exportedAt?: unknown } = {}
  readonly #records = new Map<ExportTable, Map<string, Row>>(exportTables.map((table) => [table, new Map()]))
  readonly #broken: Broken[] = []
  #brokenCount = 0

  take({ name, value, isListed, line }: Found): void {
    if (!isListed) {
      if (name === 'format' || name === 'version' || name === 'exportedAt') this.#head[name] = value
      return
    }
    const table = exportTables.find((known) => known === name)
    if (table === undefined) return
    const checked = exportRecords[table].safeParse(value)
    if (checked.success) {
      this.#records.get(table)?.set(idOf(table, value as Row), value as Row)
      return
    }
    this.#brokenCount += 1
    const part = checked.error.issues[0]?.path.join('.') ?? ''
    if (this.#broken.length < mostShown) this.#broken.push({ line, table, part })
  }

  finish(): Result<Import, ImportTrouble> {
    if (this.#head.format !== exportFormat) return failed({ kind: 'import.notOurs' })
    const head = exportHead.safeParse(this.#head)
    if (!head.success) return failed({ kind: 'import.notOurs' })
    if (head.data.version > exportVersion) return failed({ kind: 'import.newer' })
    const filled = [...this.#records].filter(([, rows]) => rows.size > 0)
    if (filled.length === 0 && this.#brokenCount === 0) return failed({ kind: 'import.empty' })
    const records = new Map(filled.map(([table, rows]) => [table as string, [...rows.values()]]))
    return success({ records, broken: this.#broken, brokenCount: this.#brokenCount })
  }
}

function idOf(table: ExportTable, row: Row): string {
  const { id, brief } = row as { readonly id?: string; readonly brief?: { readonly id: string } }
  return (table === 'briefs' ? brief?.id : id) ?? ''
}
