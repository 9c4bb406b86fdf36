/** A card that was masked at the caret: how it was typed, and how it stands in the text. */
export interface TypedCard {
  readonly typed: string
  readonly shown: string
}

const runBehind = /(?<=((?:\p{Nd}[ \u00A0\u2007\u202F.\u2010-\u2013-]{0,3})+))/uy
const onlyRun = /^[\p{Nd} \u00A0\u2007\u202F.\u2010-\u2013-]*$/u

/** Where the digits begin that end at the caret. */
export function runStart(text: string, caret: number): number {
  runBehind.lastIndex = caret
  return caret - (runBehind.exec(text)?.[1]?.length ?? 0)
}

/** The card in a run of digits, of which the end may be no part of it. */
export function cardInRun(typed: string, shown: string): TypedCard | null {
  const masked = /^.*•••• \p{Nd}+/su.exec(shown)?.[0]
  if (masked === undefined) return null
  return { typed: typed.slice(0, typed.length - (shown.length - masked.length)), shown: masked }
}

/** Where the card stands with nothing but digits between it and the caret. */
export function placeOf({ shown }: TypedCard, text: string, caret: number): number | null {
  const at = text.slice(0, caret).lastIndexOf(shown)
  return at >= 0 && onlyRun.test(text.slice(at + shown.length, caret)) ? at : null
}
