import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import { type BriefRecord, isSettled, type RecordedBrief, recordedAs } from '../../shared/transfer/brief-record.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'
import { writeBehind } from '../storage/write-behind.ts'
import { searchFor } from '../words/search-for.ts'

export interface BriefStore {
  /** Stores what is now known of a brief; main hears of a settled one once it is on the disk, and may forget it. */
  keep(record: BriefRecord): void
  /** They were removed: whatever is still said of them is not stored. */
  forget(ids: readonly BriefId[]): void
  find(id: BriefId): Promise<Result<BriefRecord | undefined, StorageFailure>>
  /** The newest briefs whose caller, colleague or headline hold every word of `query`; `undefined` while loading. */
  watch(query: string, limit: number): Readable<readonly BriefRecord[] | undefined>
  /** True once everything given so far is on the disk; false when the store has stopped. */
  settled(): Promise<boolean>
}

export function createBriefStore(storage: Storage, recorded: (state: RecordedBrief) => void): BriefStore {
  const forgotten = new Set<BriefId>()
  const writing = writeBehind<BriefRecord>(
    ({ brief }) => brief.id,
    async (given) => {
      const records = given.filter(({ brief }) => !forgotten.has(brief.id))
      const written = await storage.run((database) => database.briefs.bulkPut(records))
      if (!written.ok) return written
      for (const record of records) if (isSettled(record.stage)) recorded(recordedAs(record))
      return written
    },
  )
  return {
    keep: writing.put,
    forget(ids) {
      for (const id of ids) forgotten.add(id)
    },
    settled: writing.settled,
    find: (id) => storage.run((database) => database.briefs.get(id)),
    watch: (query, limit) =>
      watched<readonly BriefRecord[] | undefined>(storage, undefined, (database) => newestMatching(database, query, limit)),
  }
}

async function newestMatching(database: SteadylineDatabase, query: string, limit: number): Promise<BriefRecord[]> {
  const holds = searchFor(query)
  return database.briefs
    .orderBy('at')
    .reverse()
    .filter(({ brief: { caller, from, to, headline } }) => holds(caller.name, caller.number, from.name, to.name, headline))
    .limit(limit)
    .toArray()
}
