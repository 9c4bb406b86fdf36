import { liveQuery } from 'dexie'
import { type Readable, writable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredPlaybookDraft } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'

export interface PlaybookDraftStore {
  find(file: string): Promise<Result<StoredPlaybookDraft | undefined, StorageFailure>>
  /** Resolves once the draft is on the disk. */
  put(draft: StoredPlaybookDraft): Promise<Result<void, StorageFailure>>
  remove(file: string): Promise<Result<void, StorageFailure>>
  /** The files that have a draft. */
  readonly files: Readable<ReadonlySet<string>>
}

export function createPlaybookDraftStore(storage: Storage): PlaybookDraftStore {
  const files = writable<ReadonlySet<string>>(new Set())
  return {
    find: (file) => storage.run((database) => database.playbookDrafts.get(file)),
    put: (draft) =>
      storage.run(async (database) => {
        await database.playbookDrafts.put(draft)
      }),
    remove: (file) => storage.run((database) => database.playbookDrafts.delete(file)),
    files: {
      get: files.get,
      subscribe(listener) {
        const off = files.subscribe(listener)
        const keys$ = liveQuery(() => storage.run((database) => database.playbookDrafts.toCollection().primaryKeys()))
        const subscription = keys$.subscribe((keys) => {
          if (keys.ok) files.set(new Set(keys.value))
        })
        return () => {
          subscription.unsubscribe()
          off()
        }
      },
    },
  }
}
