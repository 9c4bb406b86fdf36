import { createKeybindingsHandler } from 'tinykeys'
import { watchTyping } from './typing.ts'

/** What each key does now, in tinykeys' names; an absent verb leaves its key alone. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

const typing = watchTyping(window)

/**
 * Gives the window's keys their meaning until the returned off is called.
 *
 * Keys stay off in a text field, just after one was typed in and lost, while a dialog is open, with modifiers, while a
 * character is being composed and while a key is held down.
 */
export function bindKeys(keys: Keys): () => void {
  const bound = Object.entries(keys).flatMap(([key, run]) => (run ? [[key, act(run)] as const] : []))
  const handle = createKeybindingsHandler(Object.fromEntries(bound))
  const listen = (event: KeyboardEvent) => {
    if (!meansAKey(event)) return
    const run = keys[latinLetterAt(event) ?? '']
    if (run) act(run)(event)
    else handle(event)
  }
  const listenEarly = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isRadio(event.target)) listen(event)
  }
  window.addEventListener('keydown', listen)
  window.addEventListener('keydown', listenEarly, { capture: true })
  return () => {
    window.removeEventListener('keydown', listen)
    window.removeEventListener('keydown', listenEarly, { capture: true })
  }
}

function act(run: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    event.preventDefault()
    run()
  }
}

/** The letter in this place of a Latin keyboard, for an agent whose layout is Cyrillic, Greek or Hebrew. */
function latinLetterAt({ key, code, ctrlKey, altKey, metaKey }: KeyboardEvent): string | null {
  if (ctrlKey || altKey || metaKey || !/^\P{ASCII}$/u.test(key)) return null
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null
}

function meansAKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.repeat || event.isComposing) return false
  if (typing.includes(event) || document.querySelector('[role="dialog"]')) return false
  return !(activates(event.key) && event.target instanceof Element && event.target.closest('button, a[href], [role="button"]'))
}

/** Enter does nothing to a radio button, and yet React Aria keeps it from the window. */
function isRadio(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'radio'
}

/** Enter and Space belong to the control that has the focus. */
function activates(key: string): boolean {
  return key === 'Enter' || key === ' '
}
