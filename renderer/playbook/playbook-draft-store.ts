import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredPlaybookDraft } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'

export interface PlaybookDraftStore {
  find(file: string): Promise<Result<StoredPlaybookDraft | undefined, StorageFailure>>
  /** Resolves once the draft is on the disk. */
  put(draft: StoredPlaybookDraft): Promise<Result<void, StorageFailure>>
  remove(file: string): Promise<Result<void, StorageFailure>>
  /** The files that have a draft. */
  readonly files: Readable<ReadonlySet<string>>
}

export function createPlaybookDraftStore(storage: Storage): PlaybookDraftStore {
  return {
    find: (file) => storage.run((database) => database.playbookDrafts.get(file)),
    put: (draft) =>
      storage.run(async (database) => {
        await database.playbookDrafts.put(draft)
      }),
    remove: (file) => storage.run((database) => database.playbookDrafts.delete(file)),
    files: watched<ReadonlySet<string>>(
      storage,
      new Set(),
      async (database) => new Set(await database.playbookDrafts.toCollection().primaryKeys()),
    ),
  }
}
