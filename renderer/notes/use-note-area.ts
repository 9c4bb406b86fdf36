import { useEffect, useRef } from 'react'
import { type MaskRules, maskTyped } from '../../shared/care/masks.ts'
import type { TypedCard } from '../../shared/care/typed-card.ts'
import { useSteady } from '../ui/use-steady.ts'
import { longestNote } from './autosave.ts'
import { slashBegins, togglePromise } from './insert-text.ts'

interface NoteArea {
  readonly area: { readonly current: HTMLTextAreaElement | null }
  readonly rules: MaskRules
  /** A phrase is wanted in the place of what stands between the two. */
  readonly onPhrases?: ((from: number, to: number) => void) | undefined
  /** A call is wanted about the promise at the caret. */
  readonly onCall?: (() => void) | undefined
  /** So many characters would have been too many, and were not put in. */
  readonly onRefused: (tooMany: number) => void
}

/** Characters on either side of the caret among which a number is looked for while it is typed. */
const around = 200
/** So many without a digit end any number. */
const gap = 8
/** Changes at the caret alone; a paste, or Ctrl+Z, is looked at whole. */
const atCaret = /^(?:insertText|insertLineBreak|deleteContent)/

/** What the keys of a note do beside typing. */
export function useNoteArea({ area, rules, onPhrases, onCall, onRefused }: NoteArea): void {
  const card = useRef<TypedCard>(null)
  const onKey = useSteady((event: KeyboardEvent) => {
    const text = area.current
    if (text === null || event.isComposing || event.altKey || !(event.ctrlKey || event.metaKey)) return
    if (event.key === ';' && onPhrases) onPhrases(text.selectionStart, text.selectionEnd)
    else if (event.shiftKey && event.code === 'Period' && onCall) onCall()
    else if (event.key === '.') togglePromise(text)
    else return
    event.preventDefault()
  })
  const onBefore = useSteady((event: InputEvent) => {
    const text = area.current
    if (text === null || event.isComposing) return
    const length = event.inputType === 'insertLineBreak' ? 1 : (event.data?.length ?? 0)
    const grows = length - (text.selectionEnd - text.selectionStart)
    const tooMany = text.value.length + grows - longestNote
    if (tooMany <= 0 || grows <= 0) return
    event.preventDefault()
    onRefused(tooMany)
  })
  const onInput = useSteady((event: Event) => {
    const text = area.current
    if (text === null || (event instanceof InputEvent && event.isComposing)) return
    const isAtCaret = !(event instanceof InputEvent) || atCaret.test(event.inputType)
    const reach = isAtCaret ? around + (event instanceof InputEvent ? (event.data?.length ?? 0) : 0) : text.value.length
    card.current = mask(text, rules, reach, card.current)
    const caret = text.selectionStart
    const isSlash = event instanceof InputEvent && event.inputType === 'insertText' && event.data === '/'
    if (isSlash && onPhrases && slashBegins(text.value, caret - 1)) onPhrases(caret - 1, caret)
  })
  useEffect(() => {
    const text = area.current
    const off = new AbortController()
    const listening = { signal: off.signal }
    text?.addEventListener('keydown', onKey, listening)
    text?.addEventListener('beforeinput', onBefore, listening)
    text?.addEventListener('input', onInput, listening)
    return () => off.abort()
  }, [area, onKey, onBefore, onInput])
}

/** Ctrl+Z would bring the number back, so what was typed before it can no longer be taken back. */
function mask(area: HTMLTextAreaElement, rules: MaskRules, reach: number, before: TypedCard | null): TypedCard | null {
  const { value, selectionStart: caret } = area
  const { from, to } = withWholeNumbers(value, caret - reach, caret + reach)
  const typed = value.slice(from, to)
  const masked = maskTyped(typed, caret - from, rules, before)
  if (masked.text === typed) return masked.card
  area.value = value.slice(0, from) + masked.text + value.slice(to)
  area.setSelectionRange(from + masked.caret, from + masked.caret)
  return masked.card
}

/** The rest of a long number that is cut in two may look like a card. */
function withWholeNumbers(text: string, from: number, to: number): { readonly from: number; readonly to: number } {
  const hasDigit = (at: number) => /\p{Nd}/u.test(text.slice(Math.max(0, at), at + gap))
  while (from > 0 && hasDigit(from - gap)) from -= gap
  while (to < text.length && hasDigit(to)) to += gap
  return { from: Math.max(0, from), to }
}
