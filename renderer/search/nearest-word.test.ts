import fc from 'fast-check'
import { expect, test } from 'vitest'
import { buildSegment } from './build-segment.ts'
import { nearestWord } from './nearest-word.ts'

const blank = { at: 1, changedAt: 1, names: [], numbers: [], kind: null, dispositions: [], tags: [], flags: [] } as const
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'я', '𐐨'), minLength: 1, maxLength: 10 })

test('the word with the fewest slips is meant, and of several the one written most, as a look at every word finds', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 3 }),
      word,
      (texts, typed) => {
        const segments = texts.map((words, index) => buildSegment([{ ...blank, id: `${index}`, texts: [words.join(' ')] }]))
        const written = new Map<string, number>()
        for (const each of texts.flatMap((words) => [...new Set(words)])) written.set(each, (written.get(each) ?? 0) + 1)
        const length = [...typed].length
        const allowed = length < 4 ? 0 : length < 8 ? 1 : 2
        const [best] = [...written]
          .filter(([each]) => !written.has(typed) && slips(each, typed) <= allowed)
          .sort(([a, ofA], [b, ofB]) => slips(a, typed) - slips(b, typed) || ofB - ofA || (a < b ? -1 : 1))
        if (!written.has(typed)) expect(nearestWord(segments, typed)).toBe(best?.[0] ?? null)
      },
    ),
    { numRuns: 2_000 },
  )
})

/** Damerau and Levenshtein's distance, every cell of it. */
function slips(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  const rows = a.map(() => [] as number[]).concat([[]])
  const cell = (row: number, column: number): number => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 0; row <= a.length; row += 1) {
    for (let column = 0; column <= b.length; column += 1) {
      const isSwapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const least = Math.min(
        row === 0 ? column : cell(row - 1, column) + 1,
        column === 0 ? row : cell(row, column - 1) + 1,
        row > 0 && column > 0 ? cell(row - 1, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1) : Number.POSITIVE_INFINITY,
        isSwapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
      rows[row]?.push(least)
    }
  }
  return cell(a.length, b.length)
}
