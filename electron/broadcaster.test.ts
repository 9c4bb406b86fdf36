import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { defaultSettings } from '../shared/settings/default-settings.ts'
import { Broadcaster, frameLength } from './broadcaster.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('what happens in a quiet moment is told at once', () => {
  const { broadcaster, frames } = listening()
  broadcaster.tell('settings.changed', defaultSettings)
  expect(frames).toEqual([[1]])
})

test('a burst travels together and in order', () => {
  const { broadcaster, frames } = listening()
  for (let i = 0; i < 4; i += 1) broadcaster.tell('settings.changed', defaultSettings)
  vi.advanceTimersByTime(frameLength)
  broadcaster.tell('settings.changed', defaultSettings)
  vi.advanceTimersByTime(frameLength)
  expect(frames).toEqual([[1], [2, 3, 4], [5]])
})

test('quiet returns after a moment in which nothing happened', () => {
  const { broadcaster, frames } = listening()
  broadcaster.tell('settings.changed', defaultSettings)
  vi.advanceTimersByTime(frameLength)
  broadcaster.tell('settings.changed', defaultSettings)
  expect([frames, broadcaster.seq]).toEqual([[[1], [2]], 2])
})

function listening() {
  const frames: number[][] = []
  return { broadcaster: new Broadcaster((frame) => frames.push(frame.map(({ seq }) => seq))), frames }
}
