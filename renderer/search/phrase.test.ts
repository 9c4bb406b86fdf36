import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hasBit } from './bits.ts'
import { buildSegment } from './build-segment.ts'
import { frequentPairs } from './frequent-pairs.ts'
import { phraseIn } from './phrase.ts'
import type { SearchDoc } from './search-doc.ts'
import type { Segment } from './segment.ts'
import { indexOf } from './string-table.ts'

const words = ['the', 'line', 'dropped', 'again']

/** The first two are in nearly every record, the last in few: from one of its records to the next there is much to leap over. */
const word = fc.oneof(
  { arbitrary: fc.constant('the'), weight: 60 },
  { arbitrary: fc.constant('line'), weight: 30 },
  { arbitrary: fc.constant('dropped'), weight: 9 },
  { arbitrary: fc.constant('again'), weight: 1 },
)

test('a phrase is found where a look at every record finds it, with the frequent words worked out and without', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 6 }), { minLength: 100, maxLength: 300, size: 'max' }),
      fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 3 }),
      (texts, asked) => {
        const segment = buildSegment(texts.map((text, at) => record(at, text.join(' '))))
        const expected = texts.map((text) => text.join(' ').includes(asked.join(' '))).reverse()
        expect(recordsWith(segment, asked)).toEqual(expected)
        workOutPairs(segment)
        expect(recordsWith(segment, asked)).toEqual(expected)
      },
    ),
    { numRuns: 200 },
  )
})

/** By ordinal. */
function recordsWith(segment: Segment, asked: readonly string[]): readonly boolean[] {
  if (segment.places === null) throw new Error('there are no places')
  const terms = asked.map((each) => indexOf(segment.terms, each))
  const ranges = terms.map((term) => (term < 0 ? { from: 0, to: 0 } : { from: term, to: term + 1 }))
  const bits = phraseIn(segment, segment.places, ranges)
  return Array.from(segment.at, (_, ordinal) => hasBit(bits, ordinal))
}

function workOutPairs(segment: Segment): void {
  if (segment.places === null) throw new Error('there are no places')
  const slices = frequentPairs(segment, segment.places)
  for (let next = slices.next(); ; next = slices.next()) {
    if (!next.done) continue
    segment.pairs = next.value
    return
  }
}

function record(at: number, text: string): SearchDoc {
  return {
    ...{ id: `call-${at}`, at, changedAt: at, names: [], numbers: [], texts: [text] },
    ...{ kind: null, dispositions: [], tags: [], flags: [] },
  }
}
