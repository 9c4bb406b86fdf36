import { cardSpans, type Found, grownSpans, ibanSpans, type MaskPattern, patternSpans, type Span } from './mask-spans.ts'
import { cardInRun, placeOf, runStart, type TypedCard } from './typed-card.ts'

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
  const { text: kept, found } = masked(text, { places: [], waits: false, typedFrom: null }, rules)
  return { text: kept, found }
}

export interface MaskedTyping extends Masked {
  readonly caret: number
  /** For the next key, as what is typed on may be the rest of a longer card. */
  readonly card: TypedCard | null
}

/**
 * The same while it is being typed, with the caret where it was in what stays.
 *
 * A card goes with its last digit, and digits typed on behind it move its last four on. Everything else waits for the key
 * behind it: a longer number may begin like a shorter one.
 */
export function maskTyped(text: string, caret: number, rules: MaskRules, before: TypedCard | null = null): MaskedTyping {
  const at = before && rules.cards ? placeOf(before, text, caret) : null
  if (before && at !== null) {
    text = text.slice(0, at) + before.typed + text.slice(at + before.shown.length)
    caret += before.typed.length - before.shown.length
  }
  const start = runStart(text, caret)
  const after = masked(text, { places: [start, caret], waits: true, typedFrom: at }, rules)
  const [startAfter = 0, caretAfter = 0] = after.places
  return {
    ...{ text: after.text, caret: caretAfter, found: after.found },
    card: cardInRun(text.slice(start, caret), after.text.slice(startAfter, caretAfter)),
  }
}

interface Typing {
  /** To be found again in what stays; the last is the caret. */
  readonly places: readonly number[]
  readonly waits: boolean
  readonly typedFrom: number | null
}

function masked(text: string, { places, waits, typedFrom }: Typing, { cards, ibans, patterns }: MaskRules) {
  if (!/\p{Nd}/u.test(text)) return { text, places, found: [] }
  const passes = [
    grownSpans,
    ...(ibans ? [ibanSpans] : []),
    ...(cards ? [(now: string) => cardSpans(now, typedFrom)] : []),
    ...patterns.map((pattern) => (now: string) => patternSpans(now, pattern)),
  ]
  const found: Found[] = []
  for (const spansOf of passes) {
    const caret = waits ? places.at(-1) : -1
    const spans = spansOf(text).filter(({ to, what }) => to !== caret || what === null || what.kind === 'card')
    places = places.map((place) => placeAfter(place, spans))
    text = replaced(text, spans)
    found.push(...spans.flatMap(({ what }) => what ?? []))
  }
  return { text, places, found }
}

function replaced(text: string, spans: readonly Span[]): string {
  const parts = spans.map(({ from, by }, index) => text.slice(spans[index - 1]?.to ?? 0, from) + by)
  return parts.join('') + text.slice(spans.at(-1)?.to ?? 0)
}

function placeAfter(place: number, spans: readonly Span[]): number {
  return spans.reduce((now, { from, to, by }) => (place > from ? now + by.length - (Math.min(place, to) - from) : now), place)
}
