import { folded } from '../words/folded.ts'

export interface TextPart {
  /** Where it begins in the text. */
  readonly at: number
  readonly part: string
  readonly matches: boolean
}

/** Cuts the text where words begin as those of the query do; digits may stand anywhere, as in a number. */
export function matchesIn(text: string, query: string): readonly TextPart[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const letters = [...text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)].map(([letter]) => letter)
  const plain = letters.map(folded)
  const hit = letters.map(() => false)
  const whole = plain.join('')
  const letterAt = plain.flatMap((letter, index) => [...letter].map(() => index))
  for (const word of words) {
    for (let from = whole.indexOf(word); from !== -1; from = whole.indexOf(word, from + word.length)) {
      if (!mayBegin(whole, from, word)) continue
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

const insideWord = /[\p{L}\p{N}\p{M}]$/u
const unspaced = /^[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\d]/u

function mayBegin(whole: string, at: number, word: string): boolean {
  return unspaced.test(word) || !insideWord.test(whole.slice(Math.max(0, at - 2), at))
}

/** Code points before this UTF-16 index. */
function units(text: string, index: number): number {
  return [...text.slice(0, index)].length
}
