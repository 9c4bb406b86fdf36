import type { CallRecord } from '../../shared/notes/note.ts'
import { type Result, success } from '../../shared/result.ts'
import type { StorageFailure } from '../storage/storage.ts'
import type { ErasureParts } from './erasure.ts'
import { countsOf, keysOf, type Removal, type RemovedCounts, remove, touchedTables } from './erasure-removal.ts'
import { forgetRemoved, owedIn, oweForgetting } from './forget-removed.ts'
import { breath, GivenUp, type LongWork } from './long-work.ts'
import { rememberRemoved } from './remember-removed.ts'
import { beyondRetention, type RetentionRules } from './retention-plan.ts'

export interface RetentionPreview {
  readonly counts: RemovedCounts
  readonly spared: number
  /** The calls that would go, the oldest first, as many as were asked for. */
  readonly calls: readonly CallRecord[]
}

export interface Retention {
  preview(rules: RetentionRules, limit: number): Promise<Result<RetentionPreview, StorageFailure>>
  /** Removes what is beyond the rules, some calls at a time; what was removed before it was given up stays removed. */
  apply(rules: RetentionRules, work: LongWork): Promise<Result<RemovedCounts, StorageFailure>>
  /** Forgets elsewhere what an earlier run had only removed from the store. */
  finish(): Promise<void>
}

/** Calls that go in one transaction: the desk can write in between. */
const slice = 200

export function createRetention(parts: Omit<ErasureParts, 'onDesk' | 'briefsWritten'>): Retention {
  const { storage, now } = parts

  async function removeSlice(removal: Removal, work: LongWork): Promise<Result<RemovedCounts, StorageFailure>> {
    return storage.run((database) =>
      database.transaction('rw', [...touchedTables, 'meta'], async () => {
        const keys = await keysOf(database, removal)
        await oweForgetting(database, keys)
        await remove(database, keys, { ...work, signal: new AbortController().signal, tell: () => undefined })
        return countsOf(keys)
      }),
    )
  }

  return {
    async preview(rules, limit) {
      return storage.run(async (database) => {
        const { removal, spared } = await beyondRetention(database, rules, now())
        const calls = await database.calls.bulkGet(removal.calls.slice(0, limit))
        return { counts: countsOf(await keysOf(database, removal)), spared, calls: calls.flatMap((call) => call ?? []) }
      })
    },
    async apply(rules, work) {
      const planned = await storage.run((database) => beyondRetention(database, rules, now()))
      if (!planned.ok) return planned
      const { removal } = planned.value
      const slices = slicesOf(removal)
      let total = noCounts
      for (const [index, part] of slices.entries()) {
        const removed = await removeSlice(part, work)
        if (!removed.ok) return removed
        total = sum(total, removed.value)
        rememberRemoved({ at: now(), counts: total })
        work.tell((index + 1) / slices.length)
        if (!(await goesOn(work))) break
      }
      await this.finish()
      return success(total)
    },
    async finish() {
      const owed = await storage.run(owedIn)
      if (!owed.ok || Object.values(owed.value).every(({ length }) => length === undefined || length === 0)) return
      await forgetRemoved(parts, owed.value)
    },
  }
}

const noCounts = countsOf({
  ...{ people: [], calls: [], notes: [], noteEdits: [] },
  ...{ checklists: [], callbacks: [], briefs: [], incidents: [] },
})

/** People last: until then something of theirs may still be there. */
function slicesOf({ people, calls, callbacks, briefs }: Removal): readonly Removal[] {
  const none: Removal = { people: [], calls: [], callbacks: [], briefs: [] }
  const slices: Removal[] = []
  for (let from = 0; from < calls.length; from += slice) slices.push({ ...none, calls: calls.slice(from, from + slice) })
  if (callbacks.length + briefs.length > 0) slices.push({ ...none, callbacks, briefs })
  if (people.length > 0) slices.push({ ...none, people })
  return slices
}

function sum(one: RemovedCounts, other: RemovedCounts): RemovedCounts {
  const tables = Object.keys(one) as (keyof RemovedCounts)[]
  return Object.fromEntries(tables.map((table) => [table, one[table] + other[table]])) as unknown as RemovedCounts
}

async function goesOn(work: LongWork): Promise<boolean> {
  try {
    await breath(work)
    return true
  } catch (error) {
    if (error instanceof GivenUp) return false
    throw error
  }
}
