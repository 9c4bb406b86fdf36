import type { Note } from '../../shared/notes/note.ts'
import { fillLine, type LineFacts } from '../../shared/playbook/placeholders.ts'
import { linesFor, type PlaybookContent } from '../../shared/playbook/playbook.ts'

export interface Phrase {
  readonly words: string
  /** It stands in a note of the last days. */
  readonly isRecent: boolean
}

/** Shorter words are in any note by chance. */
const leastTelling = 12
const most = 30

/** Every line of the playbook as it would be said now, those the agent wrote lately first, each once. */
export function phrasesOf(playbook: PlaybookContent, facts: LineFacts, recent: readonly Pick<Note, 'text'>[]): readonly Phrase[] {
  const { steps, moments, kinds, options, commonGround, recovery, ladder } = playbook
  const lines = [
    ...steps.flatMap((step) => linesFor(playbook, step, null)),
    ...Object.values(moments).flatMap((moment) => moment.lines),
    ...kinds.flatMap((kind) => Object.values(kind.lines).flat()),
    ...options.map(({ line }) => line),
    ...[commonGround, recovery, ladder.map(({ say }) => say)].flat(),
  ]
  const written = recent.map(({ text }) => text.slice(0, 20_000)).join('\n')
  const phrases = new Map<string, boolean>()
  for (const line of lines) {
    const words = fillLine(line, facts, playbook.fallbacks)
    if (phrases.has(words)) continue
    const telling = longestPart(line)
    phrases.set(words, telling.length >= leastTelling && written.includes(telling))
  }
  const all = Array.from(phrases, ([words, isRecent]) => ({ words, isRecent }))
  return [...all.filter(({ isRecent }) => isRecent), ...all.filter(({ isRecent }) => !isRecent)]
}

/** Those that hold every word that was typed. */
export function phrasesWith(phrases: readonly Phrase[], query: string): readonly Phrase[] {
  const typed = query.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  const found = phrases.filter(({ words }) => {
    const lower = words.toLocaleLowerCase()
    return typed.every((word) => lower.includes(word))
  })
  return found.slice(0, most)
}

/** Of a line, what no placeholder changes. */
function longestPart(line: string): string {
  const parts = line.split(/\[[^\]]*\]|\{[^}]*\}/).map((part) => part.trim())
  return parts.reduce((longest, part) => (part.length > longest.length ? part : longest), '')
}
