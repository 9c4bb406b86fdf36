const minute = 60_000
const numbers: Readonly<Record<string, number>> = {
  ...{ one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 },
  ...{ fifteen: 15, twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, ninety: 90 },
}
const words = ['an?', String.raw`half\s+an`, String.raw`a\s+quarter\s+of\s+an`, ...Object.keys(numbers)].join('|')
const amount = String.raw`(?:(\d{1,3}(?:[.,]\d)?)\s*|(${words})\s+)(h(?:ou)?rs?|h|min(?:ute)?s?|m)(?:\b|(?=\d))`
const more = String.raw`(?:\s*(?:and\s+)?(?:a\s+(half)|(\d{1,2})\s*m(?:in(?:ute)?s?)?)\b)?`
const spans = [
  String.raw`\bin\s+(?:about\s+)?${amount}${more}`,
  String.raw`\b${amount}\s+(?:from\s+now|later)\b`,
  String.raw`^\s*${amount}${more}\s*$`,
].map((span) => new RegExp(span, 'i'))

export interface Waiting {
  readonly ms: number
  readonly from: number
  readonly to: number
}

/** "in 20 min", "in an hour and a half", "2 hours from now", "90 min": counted by the instant, whatever clocks do meanwhile. */
export function waitingTime(text: string): Waiting | null {
  const match = spans.map((span) => span.exec(text)).find((candidate) => candidate !== null)
  if (!match) return null
  const [all, digits, word = '', unit = '', half, minutes = '0'] = match
  const count = digits === undefined ? countOf(word) : Number(digits.replace(',', '.'))
  const ms = (count + (half ? 0.5 : 0)) * (/^h/i.test(unit) ? 60 : 1) * minute + Number(minutes) * minute
  return { ms, from: match.index, to: match.index + all.length }
}

function countOf(word: string): number {
  if (/quarter/i.test(word)) return 0.25
  if (/half/i.test(word)) return 0.5
  return numbers[word.toLowerCase()] ?? 1
}
