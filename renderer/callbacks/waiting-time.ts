const minute = 60_000
const amount = String.raw`(\d{1,3}(?:[.,]\d)?|an?|half\s+an|a\s+quarter\s+of\s+an)`
const spans = [
  String.raw`\bin\s+(?:about\s+)?${amount}\s*(h(?:ou)?rs?|h|min(?:ute)?s?|m)\b(?:\s*(?:and\s+)?(?:a\s+(half)|(\d{1,2})\s*m(?:in(?:ute)?s?)?)\b)?`,
  String.raw`\b${amount}\s*(h(?:ou)?rs?|h|min(?:ute)?s?|m)\s+(?:from\s+now|later)\b`,
].map((span) => new RegExp(span, 'i'))

export interface Waiting {
  readonly ms: number
  readonly from: number
  readonly to: number
}

/** "in 20 min", "in an hour and a half", "2 hours from now": counted by the instant, whatever clocks do meanwhile. */
export function waitingTime(text: string): Waiting | null {
  const match = spans.map((span) => span.exec(text)).find((candidate) => candidate !== null)
  if (!match) return null
  const [all, count = '', unit = '', half, minutes = '0'] = match
  const ms = (countOf(count) + (half ? 0.5 : 0)) * (/^h/i.test(unit) ? 60 : 1) * minute + Number(minutes) * minute
  return { ms, from: match.index, to: match.index + all.length }
}

function countOf(words: string): number {
  if (/quarter/i.test(words)) return 0.25
  if (/half/i.test(words)) return 0.5
  return /^an?$/i.test(words) ? 1 : Number(words.replace(',', '.'))
}
