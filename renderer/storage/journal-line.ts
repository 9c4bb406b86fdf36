import type { CompanionBridge } from '../../shared/contract.ts'
import type { JournalChange, JournalEntry, JournalFailure, JournalPage, JournalRange } from '../../shared/journal/journal.ts'
import { failed, type Result } from '../../shared/result.ts'

export type JournalTrouble = JournalFailure | { readonly kind: 'journal.away' }

/** The way to the second copy, which main keeps. */
export interface JournalLine {
  append(changes: readonly JournalChange[]): Promise<Result<JournalRange, JournalTrouble>>
  read(after: number): Promise<Result<JournalPage, JournalTrouble>>
}

export function journalLine(companion: CompanionBridge): JournalLine {
  const away = () => failed({ kind: 'journal.away' } as const)
  return {
    append: (changes) => companion.request('journal.append', { changes }).catch(away),
    read: (after) => companion.request('journal.read', { after }).catch(away),
  }
}

/** The pages behind a number, until there are no more or one cannot be had. */
export async function* pagesOf(journal: JournalLine, first: JournalPage): AsyncGenerator<Result<JournalPage, JournalTrouble>> {
  let page = first
  for (;;) {
    yield { ok: true, value: page }
    if (page.next === null) return
    const next = await journal.read(page.next)
    if (!next.ok) return yield next
    page = next.value
  }
}

/** The last entry of each record, by table. */
export function lastByTable(entries: readonly JournalEntry[]): ReadonlyMap<string, ReadonlyMap<string, JournalEntry>> {
  const tables = new Map<string, Map<string, JournalEntry>>()
  for (const entry of entries) {
    const records = tables.get(entry.table) ?? new Map<string, JournalEntry>()
    tables.set(entry.table, records.set(entry.key, entry))
  }
  return tables
}
