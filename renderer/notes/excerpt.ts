import { matchesIn } from './matches-in.ts'

/** Letters of a text that two lines of a list have room for, generously. */
const longest = 320

/** Letters before the first match, where a text begins too far from it. */
const before = 40

/** Letters read in search of a match: beyond them a text is shown from its beginning. */
const searched = 20_000

/** The part of a note that shows why it was found: its beginning, or what stands around the first match. */
export function excerpt(text: string, query: string): string {
  const first = matchesIn(text.slice(0, searched), query).find(({ matches }) => matches)?.at ?? 0
  if (first < longest / 2) return text.length <= longest ? text : `${text.slice(0, longest)}…`
  const gap = text.indexOf(' ', first - before)
  const from = gap === -1 || gap >= first ? first : gap + 1
  const part = text.slice(from, from + longest)
  return `…${part}${from + longest < text.length ? '…' : ''}`
}
