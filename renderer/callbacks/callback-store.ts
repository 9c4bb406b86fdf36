import Dexie from 'dexie'
import type { CallId } from '../../shared/call/call.ts'
import { type Callback, type CallbackId, isOpen } from '../../shared/callbacks/callback.ts'
import type { Readable } from '../../shared/readable.ts'
import { type Result, success } from '../../shared/result.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'
import { type AgendaStore, createAgendaStore } from './agenda-store.ts'

export interface CallbackStore {
  readonly agenda: AgendaStore
  /** Resolves when they would survive that the power goes: all or none. */
  keep(callbacks: readonly Callback[]): Promise<Result<null, StorageFailure>>
  /** Takes back what `keep` did, where nothing came after it: those that were not there before go. */
  takeBack(kept: readonly Callback[], before: ReadonlyMap<CallbackId, Callback>): Promise<Result<null, StorageFailure>>
  /** Reads it, changes it and keeps it in one go; undefined when it is not there. The same object back writes nothing. */
  change(
    id: CallbackId,
    change: (callback: Callback) => Callback,
  ): Promise<Result<{ readonly before: Callback; readonly after: Callback } | undefined, StorageFailure>>
  /** Changes those that are still there in one go. */
  refresh(ids: readonly CallbackId[], change: (callback: Callback) => Callback): Promise<Result<null, StorageFailure>>
  /** The one whose deputy has this brief. */
  withBrief(id: BriefId): Promise<Result<Callback | undefined, StorageFailure>>
  /** Those that were promised in this call. */
  madeIn(call: CallId): Promise<Result<readonly Callback[], StorageFailure>>
  /** Kept ones that were due then or later. */
  keptSince(from: number): Promise<Result<readonly Callback[], StorageFailure>>
  find(id: CallbackId): Promise<Result<Callback | undefined, StorageFailure>>
  /** Some are open. */
  isAnyOpen(): Promise<Result<boolean, StorageFailure>>
  openIds(): Promise<Result<readonly CallbackId[], StorageFailure>>
  /** A call was dialled for them and has not come out yet. */
  calling(): Promise<Result<readonly Callback[], StorageFailure>>
  /** Those a deputy may have to keep, or has taken on. */
  withDeputy(): Promise<Result<readonly Callback[], StorageFailure>>
  /** Somebody still has to call: the earliest first. */
  open(): Promise<Result<readonly Callback[], StorageFailure>>
  /** Open ones for this number, the earliest first. */
  openFor(number: string): Promise<Result<readonly Callback[], StorageFailure>>
  /** All there were, whatever became of them, by when they are due; `undefined` while loading. */
  watchBetween(from: number, to: number): Readable<readonly Callback[] | undefined>
  watchOpen(): Readable<readonly Callback[] | undefined>
}

const openStates = ['pending', 'calling'] as const

export function createCallbackStore(storage: Storage): CallbackStore {
  return {
    agenda: createAgendaStore(storage),
    async keep(callbacks) {
      const kept = await storage.run((database) =>
        database.transaction('rw', database.callbacks, () => database.callbacks.bulkPut([...callbacks])),
      )
      return kept.ok ? success(null) : kept
    },
    takeBack: (kept, before) =>
      storage.run((database) =>
        database.transaction('rw', database.callbacks, async () => {
          const found = await database.callbacks.bulkGet(kept.map(({ id }) => id))
          const same = kept.filter(({ updatedAt }, index) => found[index]?.updatedAt === updatedAt)
          await database.callbacks.bulkPut(same.flatMap(({ id }) => before.get(id) ?? []))
          await database.callbacks.bulkDelete(same.filter(({ id }) => !before.has(id)).map(({ id }) => id))
          return null
        }),
      ),
    change: (id, change) =>
      storage.run((database) =>
        database.transaction('rw', database.callbacks, async () => {
          const before = await database.callbacks.get(id)
          if (before === undefined) return undefined
          const after = change(before)
          if (after !== before) await database.callbacks.put(after)
          return { before, after }
        }),
      ),
    refresh: (ids, change) =>
      storage.run((database) =>
        database.transaction('rw', database.callbacks, async () => {
          const found = await database.callbacks.bulkGet([...ids])
          await database.callbacks.bulkPut(found.flatMap((callback) => (callback ? [change(callback)] : [])))
          return null
        }),
      ),
    withBrief: (id) => storage.run((database) => database.callbacks.where('deputy.briefId').equals(id).first()),
    madeIn: (call) => storage.run((database) => database.callbacks.where('callId').equals(call).toArray()),
    keptSince: (from) =>
      storage.run((database) =>
        database.callbacks.where('[state+due.at]').between(['kept', from], ['kept', Dexie.maxKey]).toArray(),
      ),
    find: (id) => storage.run((database) => database.callbacks.get(id)),
    isAnyOpen: () =>
      storage.run(
        async (database) =>
          (await database.callbacks
            .where('state')
            .anyOf(...openStates)
            .limit(1)
            .count()) > 0,
      ),
    openIds: () =>
      storage.run((database) =>
        database.callbacks
          .where('state')
          .anyOf(...openStates)
          .primaryKeys(),
      ),
    calling: () => storage.run((database) => database.callbacks.where('state').equals('calling').toArray()),
    withDeputy: () =>
      storage.run((database) =>
        database.callbacks
          .where('deputy.briefId')
          .above('')
          .filter((callback) => isOpen(callback) || callback.state === 'handedOver')
          .toArray(),
      ),
    open: () =>
      storage.run((database) =>
        database.callbacks
          .where('state')
          .anyOf(...openStates)
          .sortBy('due.at'),
      ),
    openFor: (number) =>
      storage.run((database) => database.callbacks.where('person.number').equals(number).filter(isOpen).sortBy('due.at')),
    watchBetween: (from, to) =>
      watched<readonly Callback[] | undefined>(storage, undefined, (database) =>
        database.callbacks.where('due.at').between(from, to).toArray(),
      ),
    watchOpen: () =>
      watched<readonly Callback[] | undefined>(storage, undefined, (database) =>
        database.callbacks
          .where('state')
          .anyOf(...openStates)
          .sortBy('due.at'),
      ),
  }
}
