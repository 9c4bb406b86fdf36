import { expect, test } from 'vitest'
import { lengthOf, playNotes } from '../ui/play-notes.ts'
import { bellNotes } from './promise-bell.ts'

const rate = 44_100

test('a promised call is heard softly, twice, and then no more', async () => {
  const context = new OfflineAudioContext(1, rate * 2, rate)
  playNotes(context, bellNotes)
  const samples = (await context.startRendering()).getChannelData(0)
  const loudest = (from: number, to: number) => Math.max(...samples.slice(from * rate, to * rate).map(Math.abs))
  expect(loudest(0, 0.2)).toBeGreaterThan(0.05)
  expect(loudest(0.7, 0.9)).toBeGreaterThan(0.05)
  expect(loudest(0, 2)).toBeLessThan(0.16)
  expect(loudest(lengthOf(bellNotes) + 0.01, 2)).toBe(0)
})
