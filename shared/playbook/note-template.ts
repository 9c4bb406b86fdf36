import { fillLine, type LineFacts } from './placeholders.ts'
import type { Disposition, Fallbacks } from './playbook.ts'

const box = '[ ] '

/** A line of a template, without the box that makes it a promise. */
export function noteLine(line: string): { readonly isPromise: boolean; readonly words: string } {
  return line.startsWith(box) ? { isPromise: true, words: line.slice(box.length) } : { isPromise: false, words: line }
}

/** How a note of a call that came out like this may begin; empty where the playbook has nothing to offer. */
export function noteTemplate({ note = [] }: Disposition, facts: LineFacts, fallbacks: Fallbacks): string {
  return note.map((line) => filledLine(line, facts, fallbacks)).join('\n')
}

/** What ends with a colon waits for words, so a blank stays behind it. */
function filledLine(line: string, facts: LineFacts, fallbacks: Fallbacks): string {
  const { isPromise, words } = noteLine(line)
  const said = fillLine(words, facts, fallbacks)
  return `${isPromise ? box : ''}${said}${said.endsWith(':') ? ' ' : ''}`
}
