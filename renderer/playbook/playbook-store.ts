import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { Result } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'

/** Keeps each version a call was handled with, so that an old call still shows its own steps. */
export interface PlaybookStore {
  find(version: string): Promise<Result<Playbook | undefined, StorageFailure>>
  keep(playbook: Playbook): void
}

export function createPlaybookStore(storage: Storage): PlaybookStore {
  return {
    find: (version) => storage.run((database) => database.playbooks.get(version)),
    keep(playbook) {
      void storage.run((database) => database.playbooks.put(playbook))
    },
  }
}
