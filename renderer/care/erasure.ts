import type { CallId } from '../../shared/call/call.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { StorageFailure } from '../storage/storage.ts'
import { aboutPerson } from './erasure-plan.ts'
import { countsOf, keysOf, type Removal, type RemovedCounts, remove, touchedTables } from './erasure-removal.ts'
import { type ForgettingParts, type Forgotten, forgetRemoved, type Owed, oweForgetting } from './forget-removed.ts'
import { GivenUp, type LongWork } from './long-work.ts'

/** Says what happened and nothing of whom. */
export interface ErasureReceipt extends Forgotten {
  /** Wall clock, ms since 1970. */
  readonly at: number
  readonly counts: RemovedCounts
}

export type ErasureFailure =
  | StorageFailure
  /** Nothing was erased. */
  | { readonly kind: 'erasure.givenUp' }
  | { readonly kind: 'erasure.noSuchPerson' }
  /** One of their calls is on the desk, and would be written again. */
  | { readonly kind: 'erasure.onDesk' }

export interface ErasureParts extends ForgettingParts {
  /** Resolves once every brief that was told is in the store. */
  readonly briefsWritten: () => Promise<unknown>
  readonly onDesk: () => readonly CallId[]
  readonly now: () => number
}

export interface Erasure {
  /** What would go. */
  preview(person: PersonKey): Promise<Result<RemovedCounts, ErasureFailure>>
  /** The store loses all of it at once or nothing; after that the other places are written anew, which cannot be given up. */
  erase(person: PersonKey, work: LongWork): Promise<Result<ErasureReceipt, ErasureFailure>>
}

export function createErasure(parts: ErasureParts): Erasure {
  const { storage, onDesk, now, briefsWritten, forgetBriefs } = parts

  function check(removal: Removal | null): ErasureFailure | null {
    if (removal === null) return { kind: 'erasure.noSuchPerson' }
    const calls = new Set(removal.calls)
    return onDesk().some((id) => calls.has(id)) ? { kind: 'erasure.onDesk' } : null
  }

  async function taken(database: SteadylineDatabase, person: PersonKey, work: LongWork) {
    const removal = await aboutPerson(database, person)
    const failure = check(removal)
    if (failure !== null || removal === null) return failed(failure ?? ({ kind: 'erasure.noSuchPerson' } as const))
    const keys = await keysOf(database, removal)
    const deputies = (await database.callbacks.bulkGet([...keys.callbacks])).flatMap((callback) => callback?.deputy ?? [])
    const briefs = [...new Set([...keys.briefs, ...deputies.map(({ briefId }) => briefId)])]
    const owed: Owed = { calls: keys.calls, callbacks: keys.callbacks, briefs }
    await oweForgetting(database, owed)
    await remove(database, keys, work)
    return success({ counts: countsOf(keys), owed })
  }

  return {
    async preview(person) {
      const looked = await storage.run(async (database) => {
        const removal = await aboutPerson(database, person)
        const failure = check(removal)
        return failure !== null || removal === null
          ? failed(failure ?? ({ kind: 'erasure.noSuchPerson' } as const))
          : success(countsOf(await keysOf(database, removal)))
      })
      return looked.ok ? looked.value : looked
    },
    async erase(person, work) {
      await briefsWritten()
      const removed = await storage.run((database) =>
        database
          .transaction('rw', [...touchedTables, 'meta'], () => taken(database, person, work))
          .catch((error: unknown) => {
            if (error instanceof GivenUp) return failed({ kind: 'erasure.givenUp' } as const)
            throw error
          }),
      )
      if (!removed.ok) return removed
      if (!removed.value.ok) return removed.value
      const { counts, owed } = removed.value.value
      forgetBriefs(owed.briefs)
      await briefsWritten()
      await storage.run((database) => database.briefs.bulkDelete([...owed.briefs]))
      return success({ at: now(), counts, ...(await forgetRemoved(parts, owed)) })
    },
  }
}
