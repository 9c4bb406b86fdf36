import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { givingWay } from './giving-way.ts'

test('long work gives the window a turn each time it had eight milliseconds, and not more often', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 200 }), async (pieces) => {
      let now = 0
      let since = 0
      const turns: number[] = []
      const giveWay = givingWay(
        () => now,
        async () => {
          turns.push(since)
          since = 0
          now += 1000
        },
      )
      for (const piece of pieces) {
        now += piece
        since += piece
        await giveWay()
        expect(since).toBeLessThan(8)
      }
      expect(turns.every((worked) => worked >= 8)).toBe(true)
    }),
  ))
