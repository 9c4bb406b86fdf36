import { folded } from './folded.ts'

/** Whether some texts together hold every word of the query, case and accents apart; absent texts hold nothing. */
export function searchFor(query: string): (...texts: readonly (string | null | undefined)[]) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return (...texts) => {
    const text = folded(texts.join(' '))
    return words.every((word) => text.includes(word))
  }
}
