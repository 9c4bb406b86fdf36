import type { CallId } from '../../shared/call/call.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredChecklist } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'

export interface ChecklistStore {
  /** Those that were not finished when the last window closed. */
  open(): Promise<Result<readonly StoredChecklist[], StorageFailure>>
  find(call: CallId): Promise<Result<StoredChecklist | undefined, StorageFailure>>
  /** Keeps the latest: states given while a write is under way become one write, never out of order. */
  put(checklist: StoredChecklist): void
  /** Resolves when nothing is left to write. */
  settled(): Promise<void>
}

export function createChecklistStore(storage: Storage): ChecklistStore {
  const waiting = new Map<CallId, StoredChecklist>()
  let writing: Promise<void> | null = null

  async function drain(): Promise<void> {
    while (waiting.size > 0) {
      const batch = [...waiting.values()]
      waiting.clear()
      const written = await storage.run((database) => database.checklists.bulkPut(batch))
      if (!written.ok) break
    }
    writing = null
  }

  return {
    open: () => storage.run((database) => database.checklists.where('stage').equals('open').toArray()),
    find: (call) => storage.run((database) => database.checklists.get(call)),
    put(checklist) {
      waiting.set(checklist.callId, checklist)
      writing ??= drain()
    },
    settled: async () => {
      await writing
    },
  }
}
