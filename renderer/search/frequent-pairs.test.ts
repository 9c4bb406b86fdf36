import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noBits, setPostings } from './bits.ts'
import { buildSegment } from './build-segment.ts'
import { frequentPairs, postingsOfPair } from './frequent-pairs.ts'
import type { SearchDoc } from './search-doc.ts'
import { type Segment, sizeOf } from './segment.ts'
import { indexOf } from './string-table.ts'

const frequent = ['the', 'line', 'dropped']
const words = fc.array(fc.constantFrom(...frequent, 'again'), { maxLength: 600, size: 'max' })

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

function workedOut(segment: Segment) {
  if (segment.places === null) throw new Error('there are no places')
  const slices = frequentPairs(segment, segment.places)
  for (;;) {
    const next = slices.next()
    if (next.done) return next.value
  }
}

/** By ordinal. */
function recordsOf(segment: Segment, postings: Uint8Array | null): readonly boolean[] {
  if (postings === null) throw new Error('the pair is not frequent')
  const bits = noBits(sizeOf(segment))
  setPostings(bits, postings, 0, postings.length)
  return Array.from({ length: sizeOf(segment) }, (_, ordinal) => (((bits[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1) === 1)
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
