import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { secondsOf } from './seconds.ts'

beforeEach(() => vi.useFakeTimers({ now: 400 }))
afterEach(() => vi.useRealTimers())

test('every clock on the screen changes together, as each second begins', () => {
  const seconds = secondsOf(Date.now)
  const seen: number[] = []
  seconds.subscribe(() => seen.push(seconds.get()))
  seconds.subscribe(() => undefined)
  vi.advanceTimersByTime(2600)
  expect(seen).toEqual([1000, 2000, 3000])
})

test('the timer rests when nobody looks', () => {
  const off = secondsOf(Date.now).subscribe(() => undefined)
  expect(vi.getTimerCount()).toBe(1)
  off()
  expect(vi.getTimerCount()).toBe(0)
})
