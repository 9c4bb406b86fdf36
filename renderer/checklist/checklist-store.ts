import type { CallId } from '../../shared/call/call.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredChecklist } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { type WriteBehind, writeBehind } from '../storage/write-behind.ts'

export interface ChecklistStore extends WriteBehind<StoredChecklist> {
  /** Those that were not finished when the last window closed. */
  open(): Promise<Result<readonly StoredChecklist[], StorageFailure>>
  find(call: CallId): Promise<Result<StoredChecklist | undefined, StorageFailure>>
}

export function createChecklistStore(storage: Storage): ChecklistStore {
  return {
    ...writeBehind<StoredChecklist>(
      ({ callId }) => callId,
      (rows) => storage.run((database) => database.checklists.bulkPut(rows)),
    ),
    open: () => storage.run((database) => database.checklists.where('stage').equals('open').toArray()),
    find: (call) => storage.run((database) => database.checklists.get(call)),
  }
}
