import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord } from '../../shared/notes/note.ts'
import type { Result } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'

export interface CallStore {
  find(id: CallId): Promise<Result<CallRecord | undefined, StorageFailure>>
  /** Writes of one call keep their order: Dexie queues them as they come. */
  put(call: CallRecord): void
}

export function createCallStore(storage: Storage): CallStore {
  return {
    find: (id) => storage.run((database) => database.calls.get(id)),
    put(call) {
      void storage.run((database) => database.calls.put(call))
    },
  }
}
