import fc from 'fast-check'
import { expect, test } from 'vitest'
import { byteWriter, stepOver, writePlaces } from './byte-writer.ts'

const places = fc
  .array(fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 300_000 })), { minLength: 1, maxLength: 6 })
  .map((distances) => distances.map((_, index) => distances.slice(0, index + 1).reduce((sum, each) => sum + each)))

test('the places of any number of records are stepped over to where the next record begins', () => {
  fc.assert(
    fc.property(fc.array(places, { maxLength: 40 }), fc.nat(), fc.nat(), (records, first, count) => {
      const writer = byteWriter()
      const starts = [0]
      for (const each of records) {
        writePlaces(writer, each)
        starts.push(writer.length)
      }
      const bytes = writer.bytes()
      const from = first % starts.length
      const to = from + (count % (starts.length - from))
      expect(stepOver(bytes, new DataView(bytes.buffer), starts[from] ?? 0, to - from)).toBe(starts[to])
    }),
  )
})
