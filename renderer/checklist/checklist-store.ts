import type { CallId } from '../../shared/call/call.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredChecklist } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import type { WriteBehind } from '../storage/write-behind.ts'
import { type WrittenTogether, writtenTogether } from '../storage/written-together.ts'

/** The snapshot is taken when the row is written: taking it copies every mark, which would hold a key up. */
export interface ChecklistToStore extends Omit<StoredChecklist, 'snapshot'> {
  readonly snapshot: () => unknown
}

export interface ChecklistStore extends WriteBehind<ChecklistToStore> {
  /** Those that were not finished when the last window closed. */
  open(): Promise<Result<readonly StoredChecklist[], StorageFailure>>
  find(call: CallId): Promise<Result<StoredChecklist | undefined, StorageFailure>>
}

export function createChecklistStore(storage: Storage, together: WrittenTogether = writtenTogether(storage)): ChecklistStore {
  return {
    ...together.of<ChecklistToStore>('checklists', ({ callId }) => callId, withSnapshot),
    open: () => storage.run((database) => database.checklists.where('stage').equals('open').toArray()),
    find: (call) => storage.run((database) => database.checklists.get(call)),
  }
}

function withSnapshot({ snapshot, ...row }: ChecklistToStore): StoredChecklist {
  return { ...row, snapshot: snapshot() }
}
