import type { CallId } from '../../shared/call/call.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import { onChangedRows } from '../storage/changed-rows.ts'
import type { Storage } from '../storage/storage.ts'
import type { Covers } from './covers.ts'
import { allIdsNewestFirst, callsOfPeople, idsChangedSince, peopleAfter, readDocs } from './search-records.ts'
import type { WorkerLine } from './worker-line.ts'

/** Records that are read, and put into a segment, at a stretch, behind which a question may have to wait. */
const slice = 100

export interface CatchUp {
  /** Reads what may have changed after the index was stored: a crash may have come in between. */
  readChangedSince(changedAt: number): Promise<void>
  /** Nothing of so many calls is in the index, until the audit has read them. */
  beginAnew(of: number): void
  /**
   * Compares the index with all records there are, and mends it; without an index this builds it.
   *
   * Calls of people who changed after `peopleSince` are read again; null where nobody's can be out of date.
   */
  audit(peopleSince: number | null): Promise<void>
  covers(): Covers
  stop(): void
}

/** Keeps the index as the records are: it hears of every change from the store. */
export function createCatchUp(storage: Storage, line: WorkerLine, changed: () => void): CatchUp {
  let covers: Covers = null
  let isStopped = false
  let auditing: Promise<void> | null = null
  const offs = [
    onChangedRows(['calls', 'notes'], (ids) => void (ids === null ? audit(null) : read(ids).then(changed))),
    onChangedRows(['people'], (keys) => void (keys === null ? audit(0) : readPeople(keys).then(changed))),
  ]

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

  async function readPeople(keys: readonly PersonKey[]): Promise<boolean> {
    const calls = await storage.run((database) => callsOfPeople(database, keys))
    if (!calls.ok) return false
    for (let from = 0; from < calls.value.length; from += slice) {
      if (!(await read(calls.value.slice(from, from + slice)))) return false
    }
    return true
  }

  async function readChangedPeople(since: number): Promise<void> {
    for (let last: PersonKey | null = ''; last !== null && !isStopped; ) {
      const after: PersonKey = last
      const next = await storage.run((database) => peopleAfter(database, after, since, slice))
      if (!next.ok) return
      if (next.value.changed.length > 0) await readPeople(next.value.changed)
      last = next.value.last
    }
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

  async function mend(peopleSince: number | null): Promise<void> {
    await compareAll()
    if (peopleSince === null) return
    await readChangedPeople(peopleSince)
    changed()
  }

  function audit(peopleSince: number | null): Promise<void> {
    auditing = (auditing ?? Promise.resolve()).then(() => mend(peopleSince))
    return auditing
  }

  return {
    async readChangedSince(changedAt) {
      const ids = await storage.run((database) => idsChangedSince(database, changedAt))
      for (let from = 0; ids.ok && from < ids.value.length; from += slice) {
        if (!(await read(ids.value.slice(from, from + slice)))) return
      }
      changed()
    },
    beginAnew(of) {
      if (of > 0) covers = { calls: 0, of }
    },
    audit,
    covers: () => covers,
    stop() {
      isStopped = true
      for (const off of offs) off()
    },
  }
}
