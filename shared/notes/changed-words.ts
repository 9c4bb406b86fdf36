export interface WordsPart {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Pairs of words that are compared at most; past that, all between the first and the last change counts as one. */
const mostPairs = 1_000_000

/** What became of a text, word by word: the parts that are not new make the text before, those not gone the text after. */
export function changedWords(before: string, after: string): readonly WordsPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail += 1
  const ends = now.slice(now.length - tail)
  return joined([
    ...now.slice(0, head).map(same),
    ...between(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...ends.map(same),
  ])
}

/** Each with the blanks behind it, so that nothing of a text is lost between them. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s+|[^\s]+[^\S\n]*/g) ?? []
}

/** By the longest row of words that both have. */
function between(old: readonly string[], now: readonly string[]): readonly WordsPart[] {
  if (old.length * now.length > mostPairs) return [part('gone', old), part('new', now)]
  const width = now.length + 1
  const lengths = new Uint32Array((old.length + 1) * width)
  const lengthAt = (from: number, to: number) => lengths[from * width + to] ?? 0
  for (let from = old.length - 1; from >= 0; from -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1)
      lengths[from * width + to] =
        old[from] === now[to] ? lengthAt(from + 1, to + 1) + 1 : Math.max(lengthAt(from + 1, to), lengthAt(from, to + 1))
  const parts: WordsPart[] = []
  let [from, to] = [0, 0]
  while (from < old.length || to < now.length) {
    if (from < old.length && old[from] === now[to]) {
      parts.push(same(old[from] ?? ''))
      from += 1
      to += 1
    } else if (from < old.length && (to === now.length || lengthAt(from + 1, to) >= lengthAt(from, to + 1))) {
      parts.push(part('gone', old.slice(from, from + 1)))
      from += 1
    } else {
      parts.push(part('new', now.slice(to, to + 1)))
      to += 1
    }
  }
  return parts
}

function same(text: string): WordsPart {
  return { kind: 'same', text }
}

function part(kind: WordsPart['kind'], words: readonly string[]): WordsPart {
  return { kind, text: words.join('') }
}

function joined(parts: readonly WordsPart[]): readonly WordsPart[] {
  const all: WordsPart[] = []
  for (const next of parts) {
    if (next.text === '') continue
    const last = all.at(-1)
    if (last?.kind === next.kind) all[all.length - 1] = { kind: next.kind, text: last.text + next.text }
    else all.push(next)
  }
  return all
}
