/** Puts the caret at a place of the text, selects the rest of its line, and scrolls there; counted from 1. */
export function showPlace(area: HTMLTextAreaElement, { line, column }: { readonly line: number; readonly column: number }): void {
  const lines = area.value.split('\n')
  const lineStart = lines.slice(0, line - 1).reduce((offset, before) => offset + before.length + 1, 0)
  const lineEnd = lineStart + (lines[line - 1]?.length ?? 0)
  // A text area scrolls to its selection only when it gets the focus.
  area.blur()
  area.setSelectionRange(Math.min(lineStart + column - 1, lineEnd), lineEnd)
  area.focus()
}
