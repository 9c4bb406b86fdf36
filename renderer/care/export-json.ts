import { exportFormat, exportTables, exportVersion } from '../../shared/care/export-format.ts'
import type { Storage } from '../storage/storage.ts'
import type { Scope } from './export-scope.ts'
import { type Export, exported } from './exported.ts'
import type { LongWork } from './long-work.ts'

/** Everything of the scope as `steadyline-export.schema.json` says, one record a line. */
export function exportJson(storage: Storage, scope: Scope, now: number, work: LongWork): Promise<Export> {
  const head = { format: exportFormat, version: exportVersion, exportedAt: new Date(now).toISOString() }
  return exported(storage, scope, 'application/json', work, async function* (read) {
    yield JSON.stringify(head).slice(0, -1)
    for (const table of exportTables) {
      yield `,\n"${table}":[`
      let isFirst = true
      for await (const rows of read(table)) {
        if (rows.length === 0) continue
        yield `${isFirst ? '' : ','}\n${rows.map((row) => JSON.stringify(row)).join(',\n')}`
        isFirst = false
      }
      yield ']'
    }
    yield '}\n'
  })
}
