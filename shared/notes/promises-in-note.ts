/** What a line such as `[ ] Send the invoice` promises; `[x]` once it is kept. */
export interface WrittenPromise {
  readonly words: string
  readonly isKept: boolean
  /** Where the mark between the brackets stands, in UTF-16 units. */
  readonly markAt: number
}

const promiseLine = /^([ \t]*(?:[-*] )?\[)([ xX])\][ \t]+(\S.*)$/gm

/** Every promise of a note, in order. */
export function promisesIn(text: string): readonly WrittenPromise[] {
  return Array.from(text.matchAll(promiseLine), ({ index, 1: before = '', 2: mark = ' ', 3: words = '' }) => ({
    words: words.trimEnd(),
    isKept: mark !== ' ',
    markAt: index + before.length,
  }))
}

/** The promises of a note that are not ticked yet. */
export function openPromisesIn(text: string): readonly WrittenPromise[] {
  return promisesIn(text).filter(({ isKept }) => !isKept)
}

/** The open promise in whose line the caret stands, or else the last one. */
export function openPromiseAt(text: string, caret: number): WrittenPromise | undefined {
  const open = openPromisesIn(text)
  const lineFrom = text.lastIndexOf('\n', caret - 1) + 1
  const lineTo = text.indexOf('\n', caret)
  const here = open.find(({ markAt }) => markAt >= lineFrom && (lineTo === -1 || markAt < lineTo))
  return here ?? open.at(-1)
}

/** The text with that promise ticked, or open again. */
export function withPromise(text: string, { markAt }: WrittenPromise, isKept: boolean): string {
  return `${text.slice(0, markAt)}${isKept ? 'x' : ' '}${text.slice(markAt + 1)}`
}
