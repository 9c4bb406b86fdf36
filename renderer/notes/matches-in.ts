export interface TextPart {
  /** Where it begins in the text. */
  readonly at: number
  readonly part: string
  readonly matches: boolean
}

/** Cuts the text where words of the query stand in it; case and accents count as little as they do in the search. */
export function matchesIn(text: string, query: string): readonly TextPart[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const letters = [...text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].map(([letter]) => letter)
  const folded = letters.map(fold)
  const hit = letters.map(() => false)
  const whole = folded.join('')
  const letterAt = folded.flatMap((letter, index) => [...letter].map(() => index))
  for (const word of words) {
    for (let from = whole.indexOf(word); from !== -1; from = whole.indexOf(word, from + word.length)) {
      const end = from + word.length
      letterAt.slice(units(whole, from), units(whole, end)).forEach((letter) => {
        hit[letter] = true
      })
    }
  }
  return joined(letters, hit)
}

function joined(letters: readonly string[], hit: readonly boolean[]): readonly TextPart[] {
  const parts: TextPart[] = []
  let at = 0
  letters.forEach((letter, index) => {
    const matches = hit[index] === true
    const last = parts.at(-1)
    if (last && last.matches === matches) parts[parts.length - 1] = { ...last, part: last.part + letter }
    else parts.push({ at, part: letter, matches })
    at += letter.length
  })
  return parts
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Code points before this UTF-16 index. */
function units(text: string, index: number): number {
  return [...text.slice(0, index)].length
}
