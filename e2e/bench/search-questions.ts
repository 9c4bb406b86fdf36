import { career } from './career.ts'

const asked = 140

/** Questions of each sort about every part of a career, each with an answer; what is written often is asked often. */
export function searchQuestions(count: number) {
  const calls = career(count)
  const notes = Array.from({ length: asked }, (_, index) => calls[Math.floor(((index + 0.5) * count) / asked)]?.note.text ?? '')
  const texts = notes.map((text) => text.match(/(?<!\p{L})[a-z]{4,}(?!\p{L})/gu) ?? [])
  const each = (question: (words: readonly string[]) => string) => texts.map(question)
  const word = (words: readonly string[], index: number) => words[index] ?? ''
  return {
    word: each((words) => word(words, 3)),
    'two-prefixes': each((words) => `${word(words, 4).slice(0, 4)} ${word(words, 9).slice(0, 3)}`),
    rare: notes.flatMap((text) => /REF\d+/.exec(text)?.[0] ?? []),
    phrase: notes.flatMap((text) => /(?<!\p{L})[a-z]{4,} [a-z]{4,}(?!\p{L})/u.exec(text)?.map((phrase) => `"${phrase}"`) ?? []),
    typo: each((words) => mistyped(words.find(({ length }) => length > 6) ?? '')).filter((typed) => typed !== ''),
  }
}

/** With a letter that none of the words has. */
function mistyped(word: string): string {
  return word === '' ? '' : `${word.slice(0, 3)}q${word.slice(4)}`
}
