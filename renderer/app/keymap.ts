import { createKeybindingsHandler } from 'tinykeys'
import { watchTyping } from './typing.ts'

/** What each key does now, in tinykeys' names; an absent verb leaves its key alone. */
export type Keys = Readonly<Record<string, (() => void) | undefined>>

const typing = watchTyping(window)

/**
 * Gives the window's keys their meaning until the returned off is called; `latest` tells what they mean at the moment.
 *
 * Keys stay off in a text field, just after one was typed in and lost, while a dialog is open, with modifiers, while a
 * character is being composed and while a key is held down.
 */
export function bindKeys(names: readonly string[], latest: () => Keys): () => void {
  const press = (name: string) => (event: KeyboardEvent) => {
    const run = latest()[name]
    if (run === undefined || !meansAKey(event)) return
    event.preventDefault()
    run()
  }
  const handle = createKeybindingsHandler(Object.fromEntries(names.map((name) => [name, press(name)])))
  const listen = (event: KeyboardEvent) => {
    const letter = latinLetterAt(event)
    if (letter !== null && names.includes(letter)) press(letter)(event)
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
