import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameDay, spanOf, today, withDays } from './review-days.ts'

const anyWall = fc.integer({ min: Date.UTC(1990, 0, 2), max: Date.UTC(2090, 0, 1) })

test('each moment lies in the day it is on, and the next day begins where this one ends', () => {
  fc.assert(
    fc.property(anyWall, (wall) => {
      const { from, to } = spanOf(today(wall))
      expect(from <= wall && wall < to).toBe(true)
      expect(spanOf(withDays(today(wall), 1)).from).toBe(to)
    }),
  )
})

test('a day back and forth is the same day, over months and leap years', () => {
  expect(withDays({ year: 2028, month: 3, day: 1 }, -1)).toEqual({ year: 2028, month: 2, day: 29 })
  expect(withDays({ year: 2026, month: 12, day: 31 }, 1)).toEqual({ year: 2027, month: 1, day: 1 })
  fc.assert(
    fc.property(anyWall, fc.integer({ min: -500, max: 500 }), (wall, days) => {
      expect(isSameDay(withDays(withDays(today(wall), days), -days), today(wall))).toBe(true)
    }),
  )
})
