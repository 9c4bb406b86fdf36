import type { CallId } from '../../shared/call/call.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { CompanionBridge } from '../../shared/contract.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage } from '../storage/storage.ts'

export interface ForgettingParts {
  readonly storage: Storage
  readonly companion: CompanionBridge
  /** Resolves once the second copy knows that they are gone. */
  readonly copied: () => Promise<void>
  readonly forgetInSearch: (calls: readonly CallId[]) => Promise<boolean>
  /** Nothing that is still said of them is stored or shown any more. */
  readonly forgetBriefs: (briefs: readonly BriefId[]) => void
}

/** Removed from the store, and still to be forgotten elsewhere. */
export interface Owed {
  readonly calls: readonly CallId[]
  readonly callbacks: readonly CallbackId[]
  readonly briefs: readonly BriefId[]
}

/** Whether each place was written anew; what was not is tried again at the next start. */
export interface Forgotten {
  /** Alarms and briefs that the companion has on the disk. */
  readonly companion: boolean
  readonly journal: boolean
  readonly search: boolean
}

const rowName = 'owed'

/** In the transaction of the removal: a crash right behind it forgets nothing of what is still to be done. */
export async function oweForgetting(database: SteadylineDatabase, owed: Owed): Promise<void> {
  const before = await owedIn(database)
  await database.table('meta').put({
    name: rowName,
    calls: [...before.calls, ...owed.calls],
    callbacks: [...before.callbacks, ...owed.callbacks],
    briefs: [...before.briefs, ...owed.briefs],
  })
}

/** What an earlier run has not come to; empty when there is nothing. */
export async function owedIn(database: SteadylineDatabase): Promise<Owed> {
  const row: Owed | undefined = await database.table('meta').get(rowName)
  return row ?? { calls: [], callbacks: [], briefs: [] }
}

/** To be asked before the companion is heard: it may still speak of briefs that it has yet to forget. */
export async function forgetOwedBriefs({
  storage,
  forgetBriefs,
}: Pick<ForgettingParts, 'storage' | 'forgetBriefs'>): Promise<void> {
  const owed = await storage.run(owedIn)
  if (owed.ok) forgetBriefs(owed.value.briefs)
}

/** In this order: the second copy is written anew only when it knows what is gone. */
export async function forgetRemoved(
  { storage, companion, copied, forgetInSearch, forgetBriefs }: ForgettingParts,
  { calls, callbacks, briefs }: Owed,
): Promise<Forgotten> {
  const isDone = (asked: Promise<{ readonly ok: boolean }>) =>
    asked.then(
      ({ ok }) => ok,
      () => false,
    )
  forgetBriefs(briefs)
  const search = await forgetInSearch(calls)
  const atMain = await isDone(companion.request('records.forget', { callbacks, briefs }))
  await copied()
  const journal = await isDone(companion.request('journal.purge', null))
  if (search && atMain && journal) await storage.run((database) => database.table('meta').delete(rowName))
  return { companion: atMain, journal, search }
}
