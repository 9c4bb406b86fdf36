import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Storage } from '../storage/storage.ts'
import type { Scope } from './export-scope.ts'
import { type Export, exported, isReal } from './exported.ts'
import type { LongWork } from './long-work.ts'

/** The words of a call for people, in the language of whoever reads the export. */
export interface MarkdownWords {
  readonly title: string
  readonly heading: (call: CallRecord) => string
  /** Facts about the call, a line each. */
  readonly facts: (call: CallRecord, note: Note | null) => readonly string[]
}

export function exportMarkdown(storage: Storage, scope: Scope, words: MarkdownWords, work: LongWork): Promise<Export> {
  return exported(storage, scope, 'text/markdown', work, async function* (read, database) {
    yield `# ${plain(words.title)}\n`
    for await (const rows of read('calls', isReal)) {
      const calls = rows as readonly CallRecord[]
      const notes = await database.notes.bulkGet(calls.map(({ id }) => id))
      for (const [index, call] of calls.entries()) yield section(call, notes[index] ?? null, words)
    }
  })
}

function section(call: CallRecord, note: Note | null, words: MarkdownWords): string {
  const facts = words.facts(call, note).map((fact) => `- ${plain(fact)}\n`)
  const text = note === null || note.text.trim() === '' ? '' : `\n${quoted(note.text)}\n`
  return `\n## ${plain(words.heading(call))}\n\n${facts.join('')}${text}`
}

/** What somebody wrote, kept from being read as marks of the document. */
function quoted(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${plain(line)}`)
    .join('\n')
}

function plain(line: string): string {
  return line.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\s*[\r\n]\s*/g, ' ')
}
