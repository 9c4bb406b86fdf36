import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Bits, hasBit, noBits, setPostings } from './bits.ts'
import { buildSegment } from './build-segment.ts'
import { frequentPairs, postingsOfPair } from './frequent-pairs.ts'
import { phraseIn } from './phrase.ts'
import type { SearchDoc } from './search-doc.ts'
import { type Segment, sizeOf } from './segment.ts'
import { indexOf } from './string-table.ts'

const frequent = ['the', 'line', 'dropped']
const words = fc.array(fc.constantFrom(...frequent, 'again'), { maxLength: 600, size: 'max' })

/** From one record of the last to the next there is much of the first to leap over. */
const unevenWord = fc.oneof(
  { arbitrary: fc.constant('the'), weight: 60 },
  { arbitrary: fc.constant('line'), weight: 30 },
  { arbitrary: fc.constant('dropped'), weight: 9 },
  { arbitrary: fc.constant('again'), weight: 1 },
)

test('two frequent words one behind the other are in just the records that a look at every record finds', () => {
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), (texts) => {
      const segment = buildSegment(texts.map((text, at) => record(at, text.join(' '))))
      const pairs = workedOut(segment)
      for (const one of frequent) {
        for (const other of frequent) {
          const [first, second] = [indexOf(segment.terms, one), indexOf(segment.terms, other)]
          const postings = postingsOfPair(pairs, first, second)
          if (first < 0 || second < 0) continue
          expect(recordsOf(segment, postings)).toEqual(texts.map((text) => standBehind(text, one, other)).reverse())
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('a word of few records makes no pairs', () => {
  const texts = ['the parcel', ...Array.from({ length: 40 }, () => 'the line')]
  const segment = buildSegment(texts.map((text, at) => record(at, text)))
  const [the, parcel, line] = ['the', 'parcel', 'line'].map((word) => indexOf(segment.terms, word)) as [number, number, number]
  const pairs = workedOut(segment)
  expect(postingsOfPair(pairs, the, parcel)).toBeNull()
  expect(recordsOf(segment, postingsOfPair(pairs, the, line))).toEqual(texts.map((text) => text === 'the line').reverse())
})

test('a phrase is found where a look at every record finds it, with the frequent words worked out and without', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(unevenWord, { minLength: 1, maxLength: 6 }), { minLength: 100, maxLength: 300, size: 'max' }),
      fc.array(fc.constantFrom(...frequent, 'again'), { minLength: 2, maxLength: 3 }),
      (texts, asked) => {
        const segment = buildSegment(texts.map((text, at) => record(at, text.join(' '))))
        const expected = texts.map((text) => text.join(' ').includes(asked.join(' '))).reverse()
        expect(recordsWithPhrase(segment, asked)).toEqual(expected)
        segment.pairs = workedOut(segment)
        expect(recordsWithPhrase(segment, asked)).toEqual(expected)
      },
    ),
    { numRuns: 200 },
  )
})

function workedOut(segment: Segment) {
  if (segment.places === null) throw new Error('there are no places')
  const slices = frequentPairs(segment, segment.places)
  for (;;) {
    const next = slices.next()
    if (next.done) return next.value
  }
}

function recordsOf(segment: Segment, postings: Uint8Array | null): readonly boolean[] {
  if (postings === null) throw new Error('the pair is not frequent')
  const bits = noBits(sizeOf(segment))
  setPostings(bits, postings, 0, postings.length)
  return byOrdinal(segment, bits)
}

function recordsWithPhrase(segment: Segment, asked: readonly string[]): readonly boolean[] {
  if (segment.places === null) throw new Error('there are no places')
  const terms = asked.map((each) => indexOf(segment.terms, each))
  const ranges = terms.map((term) => (term < 0 ? { from: 0, to: 0 } : { from: term, to: term + 1 }))
  return byOrdinal(segment, phraseIn(segment, segment.places, ranges))
}

function byOrdinal({ at }: Segment, bits: Bits): readonly boolean[] {
  return Array.from(at, (_, ordinal) => hasBit(bits, ordinal))
}

function standBehind(text: readonly string[], one: string, other: string): boolean {
  return text.some((word, place) => word === one && text[place + 1] === other)
}

function record(at: number, text: string): SearchDoc {
  return {
    ...{ id: String(at).padStart(3, '0'), at, changedAt: at, names: [], numbers: [], texts: [text] },
    ...{ kind: null, dispositions: [], tags: [], flags: [] },
  }
}
