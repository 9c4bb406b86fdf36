import type { CallId } from '../../shared/call/call.ts'
import { onChangedRows } from '../storage/changed-rows.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage } from '../storage/storage.ts'
import { type FoundCall, newestIds, readCalls } from './search-records.ts'

/** About 5 MB. */
const most = 3_000

/** Most words are in some of so few: of every ten lists of hits, eight need nothing else. */
const readAhead = 2_000

/** Calls that are read at a stretch, behind which a list of hits may have to wait. */
const slice = 20

/** The calls that were read last, as the store has them. */
export interface RememberedCalls {
  /** In the order of the ids, without those that are gone; the store is asked for what is not remembered. */
  read(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly FoundCall[]>
  /** Reads the newest, the very newest last, for those are asked for most. */
  readNewest(storage: Storage): Promise<void>
  stop(): void
}

/** Hears of every change from the store, and forgets what it was of. */
export function rememberedCalls(): RememberedCalls {
  const known = new Map<CallId, FoundCall>()
  let changes = 0
  let isStopped = false

  const off = onChangedRows(['calls', 'notes'], (ids) => {
    changes += 1
    if (ids === null) known.clear()
    else for (const id of ids) known.delete(id)
  })

  function remember(found: FoundCall): void {
    known.delete(found.call.id)
    known.set(found.call.id, found)
    for (const [oldest] of known) {
      if (known.size <= most) break
      known.delete(oldest)
    }
  }

  async function read(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly FoundCall[]> {
    const before = changes
    const found = new Map(ids.map((id) => [id, known.get(id)]))
    const unknown = ids.filter((id) => !known.has(id))
    for (const each of await readCalls(database, unknown)) found.set(each.call.id, each)
    const inOrder = ids.flatMap((id) => found.get(id) ?? [])
    if (before === changes) for (const each of inOrder) remember(each)
    return inOrder
  }

  return {
    read,
    async readNewest(storage) {
      const newest = await storage.run((database) => newestIds(database, readAhead))
      for (let to = newest.ok ? newest.value.length : 0; newest.ok && to > 0 && !isStopped; to -= slice) {
        const ids = newest.value.slice(Math.max(0, to - slice), to)
        if (!(await storage.run((database) => read(database, ids))).ok) return
      }
    },
    stop() {
      isStopped = true
      off()
      known.clear()
    },
  }
}
