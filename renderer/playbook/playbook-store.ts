import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { Result } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { writeBehind } from '../storage/write-behind.ts'

/** Keeps each version a call was handled with, so that an old call still shows its own steps. */
export interface PlaybookStore {
  find(version: string): Promise<Result<Playbook | undefined, StorageFailure>>
  keep(playbook: Playbook): void
}

export function createPlaybookStore(storage: Storage): PlaybookStore {
  const kept = new Set<string>()
  const rows = writeBehind<Playbook>(
    ({ version }) => version,
    (versions) => storage.run((database) => database.playbooks.bulkPut(versions)),
  )
  return {
    find: (version) => storage.run((database) => database.playbooks.get(version)),
    keep(playbook) {
      if (kept.has(playbook.version)) return
      kept.add(playbook.version)
      rows.put(playbook)
    },
  }
}
