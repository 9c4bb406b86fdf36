import { copiedTables } from '../storage/recorded-changes.ts'
import type { Storage } from '../storage/storage.ts'
import { makeBackup } from './backup.ts'
import { compareRecords, type MergeRule, rules } from './compare-records.ts'
import { exportCsv } from './export-csv.ts'
import { exportJson } from './export-json.ts'
import { exportMarkdown, type MarkdownWords } from './export-markdown.ts'
import type { Scope } from './export-scope.ts'
import { rememberBackup } from './last-backup.ts'
import type { LongWork } from './long-work.ts'
import type { Backup } from './read-backup.ts'
import type { RecordSet } from './record-set.ts'
import { takeBack, type Written, writeRecords } from './write-records.ts'

/** What somebody may do with everything that is kept here. */
export type Care = ReturnType<typeof createCare>

export function createCare(storage: Storage) {
  return {
    exportJson: (scope: Scope, work: LongWork) => exportJson(storage, scope, Date.now(), work),
    exportCsv: (scope: Scope, work: LongWork) => exportCsv(storage, scope, work),
    exportMarkdown: (scope: Scope, words: MarkdownWords, work: LongWork) => exportMarkdown(storage, scope, words, work),
    compare: (records: RecordSet, work: LongWork) => compareRecords(storage, records, work),
    take: (records: RecordSet, rule: MergeRule, work: LongWork) => writeRecords(storage, { records, rule: rules[rule] }, work),
    takeBack: (written: Written, work: LongWork) => takeBack(storage, written, work),
    async backUp(passphrase: string, work: LongWork) {
      const made = await makeBackup(storage, passphrase, Date.now(), work)
      if (made.ok) rememberBackup(Date.now())
      return made
    },
    /** Puts everything back as the backup has it, or only what is not here. */
    async restore({ records }: Backup, how: 'replace' | 'addMissing', work: LongWork) {
      const tables = await storage.run(async (database) => copiedTables(database))
      if (!tables.ok) return tables
      if (how === 'addMissing') return writeRecords(storage, { records, rule: rules.keepMine }, work)
      return writeRecords(storage, { records, rule: rules.takeTheirs, only: tables.value }, work)
    },
    people: () =>
      storage.run(async (database) => (await database.people.orderBy('name').toArray()).map(({ id, name }) => ({ id, name }))),
  }
}
