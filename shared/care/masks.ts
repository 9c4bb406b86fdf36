import { cardSpans, type Found, grownSpans, ibanSpans, type MaskPattern, patternSpans, type Span } from './mask-spans.ts'

export type { Found, MaskPattern } from './mask-spans.ts'

/** What is never kept in full; names of the settings. */
export interface MaskRules {
  readonly cards: boolean
  readonly ibans: boolean
  readonly patterns: readonly MaskPattern[]
}

export interface Masked {
  readonly text: string
  readonly found: readonly Found[]
}

/**
 * The text with what the rules name taken out of it, but for its last characters: `•••• 4242`.
 *
 * Masking a masked text changes nothing.
 */
export function maskText(text: string, rules: MaskRules): Masked {
  return masked(text, text.length, rules, false)
}

/**
 * The same while it is being typed, with the caret where it was in what stays.
 *
 * A card goes with its last digit, and digits typed on behind it move its last four on. Everything else waits for the key
 * behind it: a longer number may begin like a shorter one.
 */
export function maskTyped(text: string, caret: number, rules: MaskRules): Masked & { readonly caret: number } {
  return masked(text, caret, rules, true)
}

function masked(text: string, caret: number, { cards, ibans, patterns }: MaskRules, isTyped: boolean) {
  if (!/\p{Nd}/u.test(text)) return { text, caret, found: [] }
  const passes = [
    grownSpans,
    ...(ibans ? [ibanSpans] : []),
    ...(cards ? [cardSpans] : []),
    ...patterns.map((pattern) => (now: string) => patternSpans(now, pattern)),
  ]
  const found: Found[] = []
  for (const spansOf of passes) {
    const waits = isTyped ? caret : -1
    const spans = spansOf(text).filter(({ to, what }) => to !== waits || what === null || what.kind === 'card')
    caret = caretAfter(caret, spans)
    text = replaced(text, spans)
    found.push(...spans.flatMap(({ what }) => what ?? []))
  }
  return { text, caret, found }
}

function replaced(text: string, spans: readonly Span[]): string {
  const parts = spans.map(({ from, by }, index) => text.slice(spans[index - 1]?.to ?? 0, from) + by)
  return parts.join('') + text.slice(spans.at(-1)?.to ?? 0)
}

function caretAfter(caret: number, spans: readonly Span[]): number {
  return spans.reduce((now, { from, to, by }) => (caret > from ? now + by.length - (Math.min(caret, to) - from) : now), caret)
}
