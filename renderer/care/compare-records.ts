import { type Result, success } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { breath, type LongWork } from './long-work.ts'
import { countOf, keyOf, keyPathOf, type RecordSet, type Row, slice } from './record-set.ts'
import { isSameRecord } from './same-record.ts'
import type { Rule } from './write-records.ts'

export const mergeRules = ['keepMine', 'takeTheirs', 'newer'] as const
export type MergeRule = (typeof mergeRules)[number]

/** A record that is here and says something else. */
export interface Difference {
  readonly table: string
  readonly mine: Row
  readonly theirs: Row
}

export interface Comparison {
  readonly fresh: number
  readonly same: number
  readonly differing: number
  /** The first few. */
  readonly differences: readonly Difference[]
}

const shown = 5

export const rules: Readonly<Record<MergeRule, Rule>> = {
  keepMine: () => false,
  takeTheirs: () => true,
  newer: (mine, theirs) => changedAt(theirs) > changedAt(mine),
}

/** When a record was last changed; wall clock, ms since 1970. */
function changedAt(row: Row): number {
  const { updatedAt, stageAt, replacedAt, reported, endedAt, startedAt, at } = row as Readonly<Record<string, unknown>>
  const reportedAt = typeof reported === 'object' && reported !== null && 'at' in reported ? reported.at : undefined
  const known = [updatedAt, stageAt, replacedAt, reportedAt, endedAt, startedAt, at].find((time) => typeof time === 'number')
  return typeof known === 'number' ? known : 0
}

/** What these records would change; nothing is written. */
export async function compareRecords(
  storage: Storage,
  records: RecordSet,
  work: LongWork,
): Promise<Result<Comparison, StorageFailure>> {
  const differences: Difference[] = []
  const total = Math.max(1, countOf(records))
  let [fresh, same, differing, done] = [0, 0, 0, 0]
  for (const [table, rows] of records) {
    for (let from = 0; from < rows.length; from += slice) {
      const part = rows.slice(from, from + slice)
      const mine = await storage.run((database) => {
        const keyPath = keyPathOf(database, table)
        return database.table<Row, string>(table).bulkGet(part.map((row) => keyOf(row, keyPath) ?? ''))
      })
      if (!mine.ok) return mine
      for (const [index, theirs] of part.entries()) {
        const here = mine.value[index]
        if (here === undefined) fresh += 1
        else if (isSameRecord(here, theirs)) same += 1
        else {
          differing += 1
          if (differences.length < shown) differences.push({ table, mine: here, theirs })
        }
      }
      done += part.length
      work.tell(done / total)
      await breath(work)
    }
  }
  return success({ fresh, same, differing, differences })
}
