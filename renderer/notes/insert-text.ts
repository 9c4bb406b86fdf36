/**
 * Puts words between two places of a text field as if they were typed, so that Ctrl+Z takes them out again.
 *
 * `execCommand` is the only way to that; nothing has replaced it for text fields.
 */
export function insertText(area: HTMLTextAreaElement, words: string, from = area.selectionStart, to = area.selectionEnd): void {
  area.focus()
  area.setSelectionRange(from, to)
  document.execCommand(words === '' ? 'delete' : 'insertText', false, words)
}

const box = '[ ] '

/** Makes the line at the caret a promise, or takes its box away; the caret stays with its letter. */
export function togglePromise(area: HTMLTextAreaElement): void {
  const { value, selectionStart: caret } = area
  const from = value.lastIndexOf('\n', caret - 1) + 1
  const [before = ''] = /^(?:[ \t]*(?:[-*] )?\[[ xX]\][ \t]*)?/.exec(value.slice(from, from + 200)) ?? []
  insertText(area, before === '' ? box : '', from, from + before.length)
  const moved = before === '' ? caret + box.length : Math.max(from, caret - before.length)
  area.setSelectionRange(moved, moved)
}

/** Whether a slash at this place begins a word. */
export function slashBegins(value: string, at: number): boolean {
  return value[at] === '/' && (at === 0 || /\s/.test(value[at - 1] ?? ''))
}
