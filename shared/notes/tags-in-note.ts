/** As long as a tag of the wrap-up may reasonably be. */
const hashtag = /(?<![\p{L}\p{N}\p{M}#&/])#(\p{L}[\p{L}\p{N}\p{M}_-]{1,39})/gu

/** The words of a note that are written as tags, each once, without their mark. */
export function tagsInNote(text: string): readonly string[] {
  return [...new Set(Array.from(text.matchAll(hashtag), ([, tag = '']) => tag))]
}

/** Tags that may fit this call: those its note names, then those of other calls, most used first. */
export function suggestedTags(
  text: string,
  chosen: readonly string[],
  earlier: readonly (readonly string[])[],
  limit: number,
): readonly string[] {
  const uses = new Map<string, number>()
  for (const tag of earlier.flat()) uses.set(tag, (uses.get(tag) ?? 0) + 1)
  const often = [...uses].sort(([, a], [, b]) => b - a).map(([tag]) => tag)
  const known = new Set(chosen.map((tag) => tag.toLocaleLowerCase()))
  const suggested: string[] = []
  for (const tag of [...tagsInNote(text), ...often]) {
    if (known.has(tag.toLocaleLowerCase())) continue
    known.add(tag.toLocaleLowerCase())
    suggested.push(tag)
  }
  return suggested.slice(0, limit)
}
