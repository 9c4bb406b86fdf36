import type { CallId } from '../../shared/call/call.ts'
import { onChangedRows } from '../storage/changed-rows.ts'
import type { Storage } from '../storage/storage.ts'
import type { Covers } from './covers.ts'
import { allIdsNewestFirst, idsChangedSince, readDocs } from './search-records.ts'
import type { WorkerLine } from './worker-line.ts'

/** Records that are read at a stretch. */
const slice = 250

export interface CatchUp {
  /** Reads again what may have changed after the index was stored: a crash may have come in between. */
  since(changedAt: number): Promise<void>
  /** Compares the index with all records there are, and mends it; without an index this builds it. */
  audit(): Promise<void>
  covers(): Covers
  stop(): void
}

/** Keeps the index as the records are: it hears of every change from the store. */
export function createCatchUp(storage: Storage, line: WorkerLine, changed: () => void): CatchUp {
  let covers: Covers = null
  let isStopped = false
  let auditing: Promise<void> | null = null
  const off = onChangedRows(['calls', 'notes'], (ids) => void (ids === null ? audit() : read(ids).then(changed)))

  /** Notes what is there and forgets what is not; false when the store has stopped. */
  async function read(ids: readonly CallId[]): Promise<boolean> {
    const docs = await storage.run((database) => readDocs(database, ids))
    if (!docs.ok || isStopped) return false
    const found = new Set(docs.value.map(({ id }) => id))
    const lost = ids.filter((id) => !found.has(id))
    if (docs.value.length > 0) await line.request('note', { docs: docs.value })
    if (lost.length > 0) await line.request('forget', { ids: lost })
    return true
  }

  async function compareAll(): Promise<void> {
    const all = await storage.run(allIdsNewestFirst)
    if (!all.ok || isStopped) return
    await line.request('beginAudit', null)
    for (let from = 0; from < all.value.length; from += slice) {
      const ids = all.value.slice(from, from + slice)
      const missing = await line.request('audit', { ids })
      if (missing.length === 0) continue
      covers = { calls: from, of: all.value.length }
      if (!(await read(missing))) return
      changed()
    }
    await line.request('endAudit', null)
    covers = null
    changed()
  }

  function audit(): Promise<void> {
    auditing = (auditing ?? Promise.resolve()).then(compareAll)
    return auditing
  }

  return {
    async since(changedAt) {
      const ids = await storage.run((database) => idsChangedSince(database, changedAt))
      if (ids.ok && ids.value.length > 0) await read(ids.value)
    },
    audit,
    covers: () => covers,
    stop() {
      isStopped = true
      off()
    },
  }
}
