import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord } from '../../shared/notes/note.ts'
import type { Result } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import type { WriteBehind } from '../storage/write-behind.ts'
import { type WrittenTogether, writtenTogether } from '../storage/written-together.ts'

export interface CallStore extends WriteBehind<CallRecord> {
  find(id: CallId): Promise<Result<CallRecord | undefined, StorageFailure>>
}

export function createCallStore(storage: Storage, together: WrittenTogether = writtenTogether(storage)): CallStore {
  return {
    ...together.of<CallRecord>(
      'calls',
      ({ id }) => id,
      (call) => call,
    ),
    find: (id) => storage.run((database) => database.calls.get(id)),
  }
}
