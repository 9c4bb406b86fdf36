import { farEndText } from '../../shared/call/far-end-text.ts'
import { zeroed } from '../../shared/call/stopwatch.ts'
import { blankOutcome } from '../../shared/checklist/outcome.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { undefused } from './csv-cells.ts'
import type { CsvColumns, CsvPart } from './csv-columns.ts'
import { csvTime, type DayOrder } from './csv-times.ts'
import type { Broken, Import } from './import-json.ts'
import { breath, type LongWork } from './long-work.ts'
import type { CsvRow } from './read-csv.ts'

export interface CsvMapping {
  readonly columns: CsvColumns
  readonly hasHeading: boolean
  readonly order: DayOrder
}

export interface CsvRecord {
  readonly call: CallRecord
  readonly note: Note | null
}

const mostShown = 100
const mostText = 1024 * 1024

/** The calls and notes a table makes, and the rows that make none. */
export async function csvRecords(rows: readonly CsvRow[], mapping: CsvMapping, work: LongWork): Promise<Import> {
  const [calls, notes] = [new Map<string, CallRecord>(), new Map<string, Note>()]
  const broken: Broken[] = []
  let brokenCount = 0
  const wanted = mapping.hasHeading ? rows.slice(1) : rows
  for (let from = 0; from < wanted.length; from += 250) {
    for (const row of wanted.slice(from, from + 250)) {
      const record = await csvRecord(row, mapping)
      if (typeof record === 'string') {
        brokenCount += 1
        if (broken.length < mostShown) broken.push({ line: row.line, table: 'calls', part: record })
        continue
      }
      calls.set(record.call.id, record.call)
      if (record.note) notes.set(record.call.id, record.note)
    }
    work.tell(Math.min(1, from / Math.max(1, wanted.length)))
    await breath(work)
  }
  return {
    records: new Map<string, readonly object[]>([
      ['calls', [...calls.values()]],
      ['notes', [...notes.values()]],
    ]),
    broken,
    brokenCount,
  }
}

/** What the row says, or the part of it that cannot be read. */
export async function csvRecord({ cells }: CsvRow, { columns, order }: CsvMapping): Promise<CsvRecord | CsvPart> {
  const cell = (part: CsvPart) => undefused(cells[columns[part] ?? -1] ?? '')
  const startedAt = csvTime(cell('startedAt'), order)
  if (startedAt === null) return 'startedAt'
  const seconds = cell('seconds').trim() === '' ? 0 : Number(cell('seconds'))
  if (!(seconds >= 0 && seconds < 1e6)) return 'seconds'
  const hardness = cell('hardness').trim() === '' ? null : Number(cell('hardness'))
  if (hardness !== null && !(Number.isInteger(hardness) && hardness >= 1 && hardness <= 5)) return 'hardness'
  if (cell('text').length > mostText) return 'text'
  const id = cell('id').trim() || (await idFor(startedAt, [cell('name'), cell('number'), cell('text')]))
  const endedAt = startedAt + seconds * 1000
  const call: CallRecord = {
    id,
    dialer: 'manual',
    direction: /^out/i.test(cell('direction').trim()) ? 'outgoing' : 'incoming',
    party: { name: farEndText(cell('name')), number: farEndText(cell('number')) },
    ...{ state: 'ended', endCause: 'agent-hung-up', consultFor: null, certain: true },
    ...{ startedAt, answeredAt: startedAt, endedAt },
    ...{ ring: zeroed, talk: { collected: seconds * 1000, runningSince: null }, hold: zeroed, afterCall: zeroed },
  }
  const label = cell('disposition').trim()
  const outcome = {
    ...blankOutcome,
    agreed: cell('agreed'),
    hardness,
    followUp: /^(1|y|yes|true|x|jah|ja|да)$/i.test(cell('followUp').trim()),
    tags: cell('tags')
      .split(/[;,]/)
      .map((tag) => tag.trim())
      .filter(Boolean),
  }
  const learning = cell('learning')
  const note: Note = {
    ...{ id, text: cell('text'), state: 'saved', practice: false, createdAt: endedAt, updatedAt: endedAt },
    disposition: label || null,
    dispositionLabel: label || null,
    handling: {
      ...{ playbook: { id: '', version: '' }, kind: null, triggers: [], steps: {}, ladder: [], partingApprovedBy: null },
      outcome: { ...outcome, disposition: label || null },
    },
    ...(learning === '' ? {} : { learning }),
  }
  return { call, note }
}

/** The same row is the same call whenever it is imported. */
async function idFor(startedAt: number, parts: readonly string[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify([startedAt, ...parts]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return `manual:csv-${[...digest.slice(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
