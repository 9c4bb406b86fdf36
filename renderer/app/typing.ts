/** Milliseconds after a keystroke in a text field in which the next one is still meant for it. */
const afterglow = 700

export interface Typing {
  /** Whether this key is text, or was meant as text: a screen may have changed under the typing hands. */
  includes(event: KeyboardEvent): boolean
}

export function watchTyping(target: Window): Typing {
  let lastTyped = Number.NEGATIVE_INFINITY
  target.addEventListener(
    'keydown',
    (event) => {
      const leaves = event.key === 'Escape' || event.key === 'Tab' || event.key === 'Enter'
      const goesOn = takesText(event.target) || event.timeStamp - lastTyped < afterglow
      if (goesOn) lastTyped = leaves ? Number.NEGATIVE_INFINITY : event.timeStamp
    },
    { capture: true },
  )
  return { includes: (event) => takesText(event.target) || event.timeStamp === lastTyped }
}

function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox'
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
}
