import { nearestWord } from './nearest-word.ts'
import type { Clause, Query } from './query.ts'
import type { Segment } from './segment.ts'
import { indexOf, withPrefix } from './string-table.ts'

/** The question with the nearest known word in the place of each that nobody wrote; null when there is nothing to mend or no way to. */
export function corrected(segments: readonly Segment[], { clauses }: Query, text: string): string | null {
  let meant = ''
  let readTo = 0
  for (const clause of clauses) {
    const words = clause.type === 'words' ? mended(segments, clause) : null
    if (words === null) continue
    const written = text.slice(clause.from, clause.to)
    meant += text.slice(readTo, clause.from) + (written.startsWith('"') ? `"${words.join(' ')}"` : words.join(' '))
    readTo = clause.to
  }
  return readTo === 0 ? null : meant + text.slice(readTo)
}

function mended(
  segments: readonly Segment[],
  { words, lastIsPrefix }: Extract<Clause, { type: 'words' }>,
): readonly string[] | null {
  const isKnown = (word: string, isPrefix: boolean) =>
    segments.some(({ terms }) =>
      isPrefix ? withPrefix(terms, word).to > withPrefix(terms, word).from : indexOf(terms, word) >= 0,
    )
  let isMended = false
  const meant = words.map((word, index) => {
    if (isKnown(word, lastIsPrefix && index === words.length - 1)) return word
    const near = nearestWord(segments, word)
    isMended ||= near !== null
    return near ?? word
  })
  return isMended ? meant : null
}
