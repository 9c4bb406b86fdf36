import { type Readable, writable } from '../../shared/readable.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { SteadylineDatabase } from './database.ts'
import type { StorageState } from './storage-state.ts'

/** Below this, a write may meet a full disk in the middle of a compaction. */
export const leastFreeBytes = 200 * 1024 * 1024

export type StorageFailure = { readonly kind: 'storage.stopped'; readonly cause: string }

/** The only door to the database: after the first storage error it stays shut until the app is started again. */
export interface Storage {
  readonly state: Readable<StorageState>
  open(freeBytes: number | null): Promise<void>
  /** Another window has the desk: nothing is written here until this one takes over. */
  leaveTo(takeOver: () => void): void
  run<Value>(work: (database: SteadylineDatabase) => Promise<Value>): Promise<Result<Value, StorageFailure>>
}

export function createStorage(database = new SteadylineDatabase()): Storage {
  const state = writable<StorageState>({ kind: 'opening' })

  function stop(error: unknown): Result<never, StorageFailure> {
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    database.close({ disableAutoOpen: true })
    state.set({ kind: 'stopped', cause })
    return failed({ kind: 'storage.stopped', cause })
  }

  return {
    state,
    async open(freeBytes) {
      if (freeBytes !== null && freeBytes < leastFreeBytes) {
        state.set({ kind: 'refused', freeBytes })
        return
      }
      try {
        await database.open()
        state.set({ kind: 'open' })
      } catch (error) {
        stop(error)
      }
    },
    leaveTo(takeOver) {
      database.close({ disableAutoOpen: true })
      state.set({ kind: 'elsewhere', takeOver })
    },
    async run(work) {
      const now = state.get()
      if (now.kind !== 'open') return failed({ kind: 'storage.stopped', cause: now.kind === 'stopped' ? now.cause : now.kind })
      try {
        return success(await work(database))
      } catch (error) {
        return stop(error)
      }
    },
  }
}
