import type { CallId } from '../../shared/call/call.ts'
import { onChangedRows } from '../storage/changed-rows.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { type FoundCall, readCalls } from './search-records.ts'

/** About 5 MB. */
const most = 3_000

/** The calls that were read last, as the store has them. */
export interface RememberedCalls {
  /** In the order of the ids, without those that are gone; the store is asked for what is not remembered. */
  read(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly FoundCall[]>
  stop(): void
}

/** Hears of every change from the store, and forgets what it was of. */
export function rememberedCalls(): RememberedCalls {
  const known = new Map<CallId, FoundCall>()
  let changes = 0

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

  return {
    async read(database, ids) {
      const before = changes
      const found = new Map(ids.map((id) => [id, known.get(id)]))
      const unknown = ids.filter((id) => !known.has(id))
      if (unknown.length > 0) for (const each of await readCalls(database, unknown)) found.set(each.call.id, each)
      const inOrder = ids.flatMap((id) => found.get(id) ?? [])
      if (before === changes) for (const each of inOrder) remember(each)
      return inOrder
    },
    stop() {
      off()
      known.clear()
    },
  }
}
