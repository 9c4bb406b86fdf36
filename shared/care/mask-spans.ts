/** `#` is a digit, `@` a letter, a blank is a blank, a dash or nothing, everything else is itself. */
export interface MaskPattern {
  readonly name: string
  readonly pattern: string
  /** Letters and digits at the end that stay readable: from 0 to 4. */
  readonly keepLast: number
}

export interface Found {
  readonly kind: 'card' | 'iban' | 'pattern'
  /** The pattern's; empty for the others. */
  readonly name: string
}

/** A stretch of a text, and what comes in its place. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly by: string
  readonly what: Found | null
}

/** Networks that issue cards, each with the lengths it uses. */
const card =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[1-5]|2[2-7])\d{14}|3[47]\d{13}|3[0689]\d{12,17}|35\d{14,17}|(?:5[0678]|6\d)\d{11,17})$/

/** Between the groups of one number stand up to three of these. */
const gaps = /[ \u00A0\u2007\u202F.\u2010-\u2013-]+/g
const digitRun = /\p{Nd}(?:[ \u00A0\u2007\u202F.\u2010-\u2013-]{0,3}\p{Nd}){12,}/gu
const ibanRun = /(?<![\p{L}\p{N}])(?=([A-Z]{2}\d\d[A-Z\d \u00A0\u2007\u202F.\u2010-\u2013-]{11,66}))/giu

/** Digits behind the last four of a card that was taken for complete. */
export function grownSpans(text: string): readonly Span[] {
  return [...text.matchAll(/(?<=•••• )\d+(?=\d{4})/g)].map(({ index, 0: { length } }) => ({
    ...{ from: index, to: index + length },
    ...{ by: '', what: null },
  }))
}

/**
 * The longest card that begins with each group of digits: other numbers may stand beside it.
 *
 * From `typedFrom` on the digits came one by one, and a group that was a card once stays masked when it gets longer.
 */
export function cardSpans(text: string, typedFrom: number | null = null): readonly Span[] {
  const spans: Span[] = []
  for (const { index, 0: run } of text.matchAll(digitRun)) {
    const groups = [...run.matchAll(/\p{Nd}+/gu)]
    for (const [place, { index: start }] of groups.entries()) {
      const from = index + start
      if (from < (spans.at(-1)?.to ?? 0)) continue
      const to = endOfCard(groups, place, typedFrom !== null && from >= typedFrom)
      if (to === null || isKept(text, from) || isPhone(text, from)) continue
      spans.push(spanOf('card', from, run.slice(start, to)))
    }
  }
  return spans
}

function endOfCard(groups: readonly RegExpExecArray[], place: number, isTyped: boolean): number | null {
  let digits = ''
  let whole: number | null = null
  let begun: number | null = null
  for (let at = place; at < groups.length && digits.length < 19; at += 1) {
    const { index = 0, 0: group = '' } = groups[at] ?? {}
    const end = index + group.length
    if (isTyped && whole === null) begun ??= beginsCard(digits, group) ? end : null
    digits += group
    if (digits.length > 12 && isCard(digits)) whole = end
  }
  return whole ?? begun
}

function beginsCard(digits: string, group: string): boolean {
  return [...group.slice(0, 19 - digits.length)].some((_, index) => isCard(digits + group.slice(0, index + 1)))
}

/** ISO 13616: the country and check digits last and letters as numbers, it leaves 1 when divided by 97. */
export function ibanSpans(text: string): readonly Span[] {
  return [...text.matchAll(ibanRun)].flatMap(({ index, 1: run = '' }) => {
    let [read, rest, end] = [4, 0, 0]
    for (const { 0: sign, index: at } of run.matchAll(/[A-Z\d]/gi)) {
      if (at < 4) continue
      read += 1
      rest = divided(rest, sign)
      const isEnd = read >= 15 && read <= 34 && !/[A-Z\d]/i.test(run.charAt(at + 1))
      if (isEnd && [...run.slice(0, 4)].reduce(divided, rest) === 1) end = at + 1
    }
    return end === 0 ? [] : [spanOf('iban', index, run.slice(0, end))]
  })
}

function divided(rest: number, sign: string): number {
  return Number(`${rest}${Number.parseInt(sign, 36)}`) % 97
}

function spanOf(kind: 'card' | 'iban', from: number, found: string): Span {
  return { from, to: from + found.length, by: kept(found.replace(gaps, ''), 4), what: { kind, name: '' } }
}

function isKept(text: string, from: number): boolean {
  return /•••• $/.test(text.slice(Math.max(0, from - 6), from))
}

/** E.164 has 15 digits at most. */
function isPhone(text: string, from: number): boolean {
  const plus = /\+[\d \u00A0().-]*$/.exec(text.slice(Math.max(0, from - 24), from))
  if (plus === null) return false
  const written = /^\+[\d \u00A0().-]+/.exec(text.slice(from - plus[0].length, from + 40))
  return (written?.[0] ?? '').replace(/\D/g, '').length <= 15
}

export function patternSpans(text: string, { name, pattern, keepLast }: MaskPattern): readonly Span[] {
  const source = [...pattern.trim()].map((sign) => signs[sign] ?? sign.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&')).join('')
  if (!pattern.includes('#')) return []
  const shape = new RegExp(`(?<!•••• )(?<![\\p{L}\\p{N}])${source}(?![\\p{L}\\p{N}])`, 'giu')
  return [...text.matchAll(shape)].map(({ index, 0: found }) => ({
    ...{ from: index, to: index + found.length },
    ...{ by: kept(found.replace(/[^\p{L}\p{N}]/gu, ''), keepLast), what: { kind: 'pattern', name } },
  }))
}

const signs: Readonly<Record<string, string>> = { '#': '\\p{Nd}', '@': '\\p{L}', ' ': '[ \\u00A0-]?' }

function kept(characters: string, last: number): string {
  return last === 0 ? '****' : `•••• ${[...characters].slice(-last).join('')}`
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts double. */
function isCard(characters: string): boolean {
  const digits = characters.replace(/\P{ASCII}/gu, asciiDigit)
  if (!card.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (1 + (index % 2))
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** Full-width, Arabic-Indic and Persian digits too, whose last four bits are their value. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0)
  return /[0-9\uFF10-\uFF19\u0660-\u0669\u06F0-\u06F9]/.test(digit) ? String(code & 15) : digit
}
