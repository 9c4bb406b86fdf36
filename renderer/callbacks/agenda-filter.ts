import { type Callback, type CallbackKind, isOpen, type Keeper } from '../../shared/callbacks/callback.ts'
import { searchFor } from '../words/search-for.ts'

export const filterMarks = [
  'overdue',
  'closed',
  'mine',
  'deputy',
  'anyone',
  'callback',
  'satisfaction',
  'thanks',
  'high',
] as const
/** What a word of the filter box can mean besides itself. */
export type FilterMark = (typeof filterMarks)[number]

/** The word for each mark, as a person types it. */
export type MarkWords = Readonly<Record<FilterMark, string>>

export interface AgendaFilter {
  readonly marks: ReadonlySet<FilterMark>
  /** What is left to be looked for. */
  readonly text: string
}

const keepers: Readonly<Record<Keeper, FilterMark>> = { me: 'mine', deputy: 'deputy', anyone: 'anyone' }
const keeperMarks = Object.values(keepers)
const kindMarks: readonly CallbackKind[] = ['callback', 'satisfaction', 'thanks']

export function filterFrom(query: string, words: MarkWords): AgendaFilter {
  const marks = new Set<FilterMark>()
  let text = ` ${query} `
  for (const mark of filterMarks) {
    const without = withoutWord(text, words[mark])
    if (without === null) continue
    marks.add(mark)
    text = without
  }
  return { marks, text: text.trim() }
}

/** The query with the mark's word taken out, or put at its beginning. */
export function toggled(query: string, mark: FilterMark, words: MarkWords): string {
  const without = withoutWord(` ${query} `, words[mark])
  return (without ?? `${words[mark]} ${query}`).trim()
}

/** Marks of one sort widen each other; different sorts, and words, narrow. */
export function matcherOf({ marks, text }: AgendaFilter, now: number): (callback: Callback) => boolean {
  const holds = searchFor(text)
  const someKeeper = keeperMarks.some((mark) => marks.has(mark))
  const someKind = kindMarks.some((mark) => marks.has(mark))
  return (callback) => {
    const { person, reason, topic, notes, promised, deputy } = callback
    if (marks.has('high') && callback.priority !== 'high') return false
    if (someKeeper && !marks.has(keepers[callback.keeper])) return false
    if (someKind && !marks.has(callback.kind)) return false
    if (marks.has('overdue') && !isOverdue(callback, now)) return false
    return text === '' || holds(person.name, person.number, reason, topic, notes, promised, deputy?.name)
  }
}

export function isOverdue(callback: Callback, now: number): boolean {
  return isOpen(callback) && callback.due.at < now
}

/** Null when the word does not stand there by itself, in whatever case. */
function withoutWord(text: string, word: string): string | null {
  const alone = new RegExp(`(?<=\\s)${word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?=\\s)`, 'iu')
  return alone.test(text) ? text.replace(alone, '') : null
}
