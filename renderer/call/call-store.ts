import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord } from '../../shared/notes/note.ts'
import type { Result } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { type WriteBehind, writeBehind } from '../storage/write-behind.ts'

export interface CallStore extends WriteBehind<CallRecord> {
  find(id: CallId): Promise<Result<CallRecord | undefined, StorageFailure>>
}

export function createCallStore(storage: Storage): CallStore {
  return {
    ...writeBehind<CallRecord>(
      ({ id }) => id,
      (rows) => storage.run((database) => database.calls.bulkPut(rows)),
    ),
    find: (id) => storage.run((database) => database.calls.get(id)),
  }
}
