import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Storage } from '../storage/storage.ts'
import { csvLines } from './csv-cells.ts'
import { type CsvPart, csvParts } from './csv-columns.ts'
import type { Scope } from './export-scope.ts'
import { type Export, exported, isReal } from './exported.ts'
import type { LongWork } from './long-work.ts'

/** One row a call with its note, in UTF-8 with a mark that says so. */
export function exportCsv(storage: Storage, scope: Scope, work: LongWork): Promise<Export> {
  return exported(storage, scope, 'text/csv', work, async function* (read, database) {
    yield `\uFEFF${csvLines([csvParts])}`
    for await (const rows of read('calls', isReal)) {
      const calls = rows as readonly CallRecord[]
      if (calls.length === 0) continue
      const notes = await database.notes.bulkGet(calls.map(({ id }) => id))
      yield csvLines(calls.map((call, index) => csvRow(call, notes[index] ?? null)))
    }
  })
}

function csvRow(call: CallRecord, note: Note | null): readonly string[] {
  const outcome = note?.handling?.outcome
  const cells: Readonly<Record<CsvPart, string>> = {
    id: call.id,
    startedAt: new Date(call.startedAt).toISOString(),
    name: call.party.name,
    number: call.party.number,
    direction: call.direction,
    seconds: String(Math.round(call.talk.collected / 1000)),
    disposition: note?.dispositionLabel ?? note?.disposition ?? '',
    text: note?.text ?? '',
    agreed: outcome?.agreed ?? '',
    hardness: String(outcome?.hardness ?? ''),
    followUp: outcome?.followUp ? 'yes' : '',
    tags: (outcome?.tags ?? []).join('; '),
    learning: note?.learning ?? '',
  }
  return csvParts.map((part) => cells[part])
}
