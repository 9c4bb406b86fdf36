import { career } from './career.ts'

/** Questions of each sort about a career, every one with an answer. */
export function searchQuestions(count: number) {
  const texts = career(count)
    .slice(0, 60)
    .map(({ note }) => note.text.match(/(?<!\p{L})[a-z]{4,}(?!\p{L})/gu) ?? [])
  const each = (question: (words: readonly string[]) => string) => texts.map(question)
  const word = (words: readonly string[], index: number) => words[index] ?? ''
  return {
    word: each((words) => word(words, 3)),
    'two-prefixes': each((words) => `${word(words, 4).slice(0, 4)} ${word(words, 9).slice(0, 3)}`),
    rare: career(count)
      .slice(0, 80)
      .flatMap(({ note }) => /REF\d+/.exec(note.text)?.[0] ?? []),
    phrase: career(count)
      .slice(0, 60)
      .flatMap(({ note }) => /(?<!\p{L})[a-z]{4,} [a-z]{4,}(?!\p{L})/u.exec(note.text)?.map((phrase) => `"${phrase}"`) ?? []),
    typo: each((words) => mistyped(words.find(({ length }) => length > 6) ?? '')).filter((typed) => typed !== ''),
  }
}

/** With a letter that none of the words has. */
function mistyped(word: string): string {
  return word === '' ? '' : `${word.slice(0, 3)}q${word.slice(4)}`
}
