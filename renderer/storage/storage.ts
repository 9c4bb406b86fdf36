import { type Readable, writable } from '../../shared/readable.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { SteadylineDatabase } from './database.ts'
import type { StorageState } from './storage-state.ts'

/** Below this, a write may meet a full disk in the middle of a compaction. */
export const leastFreeBytes = 200 * 1024 * 1024

export type StorageFailure = { readonly kind: 'storage.stopped'; readonly cause: string }

/** What is done around the opening; it may reject, which stops the store. */
export interface StorageRestoring {
  before(tell: (share: number) => void): Promise<void>
  after(tell: (share: number) => void): Promise<void>
}

/** The only door to the database: after the first storage error it stays shut until the app is started again. */
export interface Storage {
  readonly state: Readable<StorageState>
  open(freeBytes: number | null, restoring?: StorageRestoring): Promise<void>
  /** Another window has the desk: nothing is written here until this one takes over. */
  leaveTo(takeOver: () => void): void
  run<Value>(work: (database: SteadylineDatabase) => Promise<Value>): Promise<Result<Value, StorageFailure>>
}

export function createStorage(database = new SteadylineDatabase()): Storage {
  const state = writable<StorageState>({ kind: 'opening' })

  function stop(error: unknown): Result<never, StorageFailure> {
    const now = state.get()
    if (isShut(now)) return shut(now)
    const cause = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
    database.close({ disableAutoOpen: true })
    state.set({ kind: 'stopped', cause })
    return failed({ kind: 'storage.stopped', cause })
  }

  return {
    state,
    async open(freeBytes, restoring) {
      if (freeBytes !== null && freeBytes < leastFreeBytes) {
        state.set({ kind: 'refused', freeBytes })
        return
      }
      const tell = (share: number) => state.set({ kind: 'restoring', share })
      try {
        await restoring?.before(tell)
        await database.open()
        await restoring?.after(tell)
        if (!isShut(state.get())) state.set({ kind: 'open' })
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
      if (now.kind !== 'open') return shut(now)
      try {
        return success(await work(database))
      } catch (error) {
        return stop(error)
      }
    },
  }
}

/** Whatever fails afterwards fails because of that. */
function isShut({ kind }: StorageState): boolean {
  return kind === 'stopped' || kind === 'elsewhere'
}

function shut(state: StorageState): Result<never, StorageFailure> {
  return failed({ kind: 'storage.stopped', cause: state.kind === 'stopped' ? state.cause : state.kind })
}
