import { Dexie } from 'dexie'
import type { Callback, CallbackState } from '../../shared/callbacks/callback.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'

export interface AgendaPage {
  readonly callbacks: readonly Callback[]
  /** More of them match. */
  readonly more: boolean
}

export type Side = 'open' | 'closed'
export type Matches = (callback: Callback) => boolean

/** What the agenda reads: never more than it shows. */
export interface AgendaStore {
  /** The first that match, or the first of all: open ones the earliest first, closed ones the latest first; `undefined` while loading. */
  watch(side: Side, matches: Matches | null, limit: number): Readable<AgendaPage | undefined>
  /** Null when it is not there. */
  watchOne(id: Callback['id']): Readable<Callback | null | undefined>
  /** Promised to this number before, the latest first. */
  watchNumber(number: string, limit: number): Readable<readonly Callback[] | undefined>
  /** All there are, in the order they are due. */
  all(): Promise<Result<readonly Callback[], StorageFailure>>
  known(ids: readonly Callback['id'][]): Promise<Result<ReadonlyMap<Callback['id'], Callback>, StorageFailure>>
}

const states: Readonly<Record<Side, readonly CallbackState[]>> = {
  open: ['pending', 'calling'],
  closed: ['kept', 'noAnswer', 'cancelled', 'missed', 'handedOver'],
}

export function createAgendaStore(storage: Storage): AgendaStore {
  return {
    watch: (side, matches, limit) =>
      watched<AgendaPage | undefined>(storage, undefined, (database) => pageOf(database, side, matches, limit)),
    watchOne: (id) =>
      watched<Callback | null | undefined>(storage, undefined, async (database) => (await database.callbacks.get(id)) ?? null),
    watchNumber: (number, limit) =>
      watched<readonly Callback[] | undefined>(storage, undefined, async (database) => {
        const found = await database.callbacks.where('person.number').equals(number).toArray()
        return found.toSorted(latestFirst).slice(0, limit)
      }),
    all: () => storage.run((database) => database.callbacks.orderBy('due.at').toArray()),
    known: (ids) =>
      storage.run(async (database) => {
        const found = await database.callbacks.bulkGet([...ids])
        return new Map(found.flatMap((callback) => (callback ? [[callback.id, callback] as const] : [])))
      }),
  }
}

/** Each state has its own stretch of the index: the beginnings of all of them hold the beginning of the whole. */
async function pageOf(
  { callbacks }: SteadylineDatabase,
  side: Side,
  matches: Matches | null,
  limit: number,
): Promise<AgendaPage> {
  const stretches = await Promise.all(
    states[side].map((state) => {
      const stretch = callbacks.where('[state+due.at]').between([state, Dexie.minKey], [state, Dexie.maxKey])
      const ordered = side === 'open' ? stretch : stretch.reverse()
      return (matches ? ordered.filter(matches) : ordered).limit(limit + 1).toArray()
    }),
  )
  const found = stretches.flat().toSorted(side === 'open' ? earliestFirst : latestFirst)
  return { callbacks: found.slice(0, limit), more: found.length > limit }
}

function earliestFirst(one: Callback, other: Callback): number {
  return one.due.at - other.due.at || (one.id < other.id ? -1 : 1)
}

function latestFirst(one: Callback, other: Callback): number {
  return earliestFirst(other, one)
}
