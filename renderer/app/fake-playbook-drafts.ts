import { writable } from '../../shared/readable.ts'
import { success } from '../../shared/result.ts'
import type { PlaybookDraftStore } from '../playbook/playbook-draft-store.ts'
import type { StoredPlaybookDraft } from '../storage/database.ts'

/** For tests: drafts that last as long as the test. */
export function fakePlaybookDrafts(): PlaybookDraftStore {
  const drafts = new Map<string, StoredPlaybookDraft>()
  const files = writable<ReadonlySet<string>>(new Set())
  return {
    find: async (file) => success(drafts.get(file)),
    async put(draft) {
      drafts.set(draft.file, draft)
      files.set(new Set(drafts.keys()))
      return success(undefined)
    },
    async remove(file) {
      drafts.delete(file)
      files.set(new Set(drafts.keys()))
      return success(undefined)
    },
    files,
  }
}
