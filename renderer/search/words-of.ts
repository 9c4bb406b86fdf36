import { folded } from '../words/folded.ts'

/** Letters of a longer word are not told apart: a pasted key or picture is one word of this length. */
const longestWord = 64

/**
 * Scripts that put no space between words: there every letter with its marks is a word, and what is typed together must stand together.
 *
 * So any part of a sentence is found as it was typed. A dictionary of words, such as `Intl.Segmenter` has, cuts the same letters
 * one way in a sentence and another way in a question.
 */
const unspaced = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Bopo}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}'

const word = new RegExp(
  [
    '\\p{Extended_Pictographic}',
    `[[\\p{L}\\p{N}]&&[${unspaced}]][\\p{M}&&[${unspaced}]]*`,
    `[[\\p{L}\\p{N}]--[${unspaced}]][[\\p{L}\\p{N}\\p{M}]--[${unspaced}]]*`,
  ].join('|'),
  'gv',
)

/** The words of a text as they are looked up, in order. */
export function wordsOf(text: string): readonly string[] {
  return (folded(text).match(word) ?? []).map(cut)
}

/** Whole letters only: half of one would be another letter on the disk. */
function cut(found: string): string {
  if (found.length <= longestWord) return found
  const end = /[\uD800-\uDBFF]/.test(found.charAt(longestWord - 1)) ? longestWord - 1 : longestWord
  return found.slice(0, end)
}

/** Without the zero that some write between a country and a number. */
export function digitsOf(text: string): string {
  return folded(text)
    .replaceAll('(0)', '')
    .replace(/[^0-9]/g, '')
}
