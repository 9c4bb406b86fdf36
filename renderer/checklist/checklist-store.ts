import type { CallId } from '../../shared/call/call.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredChecklist } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { type WriteBehind, writeBehind } from '../storage/write-behind.ts'

/** The snapshot is taken when the row is written: taking it copies every mark, which would hold a key up. */
export interface ChecklistToStore extends Omit<StoredChecklist, 'snapshot'> {
  readonly snapshot: () => unknown
}

export interface ChecklistStore extends WriteBehind<ChecklistToStore> {
  /** Those that were not finished when the last window closed. */
  open(): Promise<Result<readonly StoredChecklist[], StorageFailure>>
  find(call: CallId): Promise<Result<StoredChecklist | undefined, StorageFailure>>
}

export function createChecklistStore(storage: Storage): ChecklistStore {
  return {
    ...writeBehind<ChecklistToStore>(
      ({ callId }) => callId,
      (rows) => storage.run((database) => database.checklists.bulkPut(rows.map(withSnapshot))),
    ),
    open: () => storage.run((database) => database.checklists.where('stage').equals('open').toArray()),
    find: (call) => storage.run((database) => database.checklists.get(call)),
  }
}

function withSnapshot({ snapshot, ...row }: ChecklistToStore): StoredChecklist {
  return { ...row, snapshot: snapshot() }
}
