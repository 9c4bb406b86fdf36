import type { CompanionBridge } from '../../shared/contract.ts'
import type { JournalChange, JournalEntry, JournalFailure, JournalPage, JournalRange } from '../../shared/journal/journal.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import { pause } from './pause.ts'

/** Milliseconds. */
const askAgainAfter = 250

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

/** The same, asked again for as long as the companion is away: a store that is gone is not opened empty meanwhile. */
export function lastingLine(journal: JournalLine): JournalLine {
  return {
    ...journal,
    async read(after) {
      for (;;) {
        const page = await journal.read(after)
        if (page.ok || page.failure.kind !== 'journal.away') return page
        await pause(askAgainAfter)
      }
    },
  }
}

/** The pages behind a number, until there are no more or one cannot be had; a record in pieces is one entry again. */
export async function* pagesOf(journal: JournalLine, first: JournalPage): AsyncGenerator<Result<JournalPage, JournalTrouble>> {
  const whole = joiningPieces()
  let page = first
  for (;;) {
    yield success({ ...page, entries: page.entries.flatMap(whole) })
    if (page.next === null) return
    const next = await journal.read(page.next)
    if (!next.ok) return yield next
    page = next.value
  }
}

/** Holds the pieces of a record back until the last; pieces with one missing, or with another state behind them, are nothing. */
function joiningPieces(): (entry: JournalEntry) => readonly JournalEntry[] {
  const begun = new Map<string, { readonly of: number; readonly texts: readonly string[] }>()
  return ({ piece, ...entry }) => {
    const record = `${entry.table}\n${entry.key}`
    const before = begun.get(record)
    begun.delete(record)
    if (piece === undefined) return [entry]
    const { at, of } = piece
    const isNext = at === 0 || (before?.of === of && before.texts.length === at)
    if (!isNext) return []
    const texts = [...(at === 0 ? [] : (before?.texts ?? [])), entry.text ?? '']
    if (texts.length === of) return [{ ...entry, text: texts.join('') }]
    begun.set(record, { of, texts })
    return []
  }
}
