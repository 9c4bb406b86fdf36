import { join } from 'node:path'
import * as z from 'zod'
import { callbackId } from '../../shared/callbacks/alarm.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { AlarmFailure } from '../../shared/contract.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { errorCode } from '../error-code.ts'
import { type KeptLines, openLines, readLines } from '../kept-lines.ts'
import type { Log } from '../log.ts'
import type { Seal } from '../seal.ts'
import { copyAside, setAside } from '../set-aside.ts'
import { type AlarmRow, alarmRow, keptRow } from './alarm-row.ts'

export interface AlarmBookParts {
  readonly dataDir: string
  readonly seal: Seal
  readonly log: Log
}

/** Every armed callback; what is put here holds at once, and is on the disk when `keep` has resolved. */
export interface AlarmBook {
  rows(): IterableIterator<AlarmRow>
  find(id: CallbackId): AlarmRow | undefined
  put(row: AlarmRow): void
  remove(id: CallbackId): void
  /** Writes all that changed so far as one line; what could not be written is written with the next. */
  keep(): Promise<Result<null, AlarmFailure>>
  /** Writes the file anew, so that nothing that was removed is in it; rejects when that could not be. */
  tidy(): Promise<void>
  close(): Promise<void>
}

const file = 'alarms.jsonl'
const purpose = 'alarms'
const spareRows = 100

const change = z.strictObject({ rows: z.array(alarmRow), gone: z.array(callbackId) })

/** Opens `<dataDir>/alarms.jsonl`, sealed line by line; one that cannot be read is kept aside, and a window arms all anew. */
export async function openAlarmBook(parts: AlarmBookParts): Promise<AlarmBook> {
  const { dataDir, seal, log } = parts
  const { rows, written: stored } = await read(parts)
  const changed = new Set<CallbackId>()
  let lines: KeptLines | null = null
  let written = stored
  let lastWrite: Promise<unknown> = Promise.resolve()
  let nextWrite: Promise<Result<null, AlarmFailure>> | null = null

  async function write(): Promise<Result<null, AlarmFailure>> {
    const ids = [...changed]
    if (ids.length === 0) return success(null)
    changed.clear()
    try {
      lines ??= await openLines(join(dataDir, file))
      const isMostlyDead = written + ids.length > spareRows + 2 * rows.size
      if (!isMostlyDead || !(await isTidied(lines))) await append(lines, ids)
    } catch (error) {
      for (const id of ids) changed.add(id)
      log.error('The file of alarms could not be written', { cause: errorCode(error) })
      return failed({ kind: 'alarm.notKept', cause: errorCode(error) })
    }
    return success(null)
  }

  async function append(kept: KeptLines, ids: readonly CallbackId[]): Promise<void> {
    const changedRows = ids.flatMap((id) => rows.get(id) ?? [])
    const gone = ids.filter((id) => !rows.has(id))
    await kept.append(sealed(changedRows, gone))
    written += ids.length
  }

  async function replace(kept: KeptLines): Promise<void> {
    const { size } = rows
    await kept.replace([sealed([...rows.values()], [])])
    written = size
  }

  /** Writes the file anew with the rows that still count, changed ones among them. */
  async function isTidied(kept: KeptLines): Promise<boolean> {
    try {
      await replace(kept)
      return true
    } catch (error) {
      log.warn('The file of alarms could not be tidied', { cause: errorCode(error) })
      return false
    }
  }

  function sealed(changedRows: readonly AlarmRow[], gone: readonly CallbackId[]): string {
    return seal.seal(JSON.stringify({ rows: changedRows.map(keptRow), gone }), purpose)
  }

  return {
    rows: () => rows.values(),
    find: (id) => rows.get(id),
    put(row) {
      rows.set(row.callback.id, row)
      changed.add(row.callback.id)
    },
    remove(id) {
      if (rows.delete(id)) changed.add(id)
    },
    keep() {
      if (nextWrite !== null) return nextWrite
      nextWrite = lastWrite.then(() => {
        nextWrite = null
        return write()
      })
      lastWrite = nextWrite
      return nextWrite
    },
    tidy() {
      const tidied = lastWrite.then(async () => {
        lines ??= await openLines(join(dataDir, file))
        await replace(lines)
      })
      lastWrite = tidied.catch(() => undefined)
      return tidied
    },
    async close() {
      await lastWrite
      await lines?.close()
    },
  }
}

async function read({ dataDir, seal, log }: AlarmBookParts) {
  const rows = new Map<CallbackId, AlarmRow>()
  let written = 0
  let unreadable = 0
  for (const line of await linesOf(dataDir, log)) {
    const changed = changeFrom(line, seal)
    if (changed === null) unreadable += 1
    for (const row of changed?.rows ?? []) rows.set(row.callback.id, row)
    for (const id of changed?.gone ?? []) rows.delete(id)
    written += changed === null ? 0 : changed.rows.length + changed.gone.length
  }
  if (unreadable > 0) {
    const keptAs = await copyAside(dataDir, file)
    log.error('Some lines of the file of alarms could not be read', { lines: unreadable, keptAs })
  }
  return { rows, written }
}

async function linesOf(dataDir: string, log: Log): Promise<readonly string[]> {
  try {
    return await readLines(join(dataDir, file))
  } catch (error) {
    const keptAs = await setAside(dataDir, file)
    log.error('The file of alarms could not be read', { keptAs, cause: errorCode(error) })
    return []
  }
}

function changeFrom(line: string, seal: Seal): z.infer<typeof change> | null {
  try {
    return change.parse(JSON.parse(seal.unseal(line, purpose) ?? ''))
  } catch {
    return null
  }
}
