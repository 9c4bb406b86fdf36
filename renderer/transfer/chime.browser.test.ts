import { expect, test } from 'vitest'
import { chimeLength, playChime } from './chime.ts'

const rate = 44_100

test('a brief is heard softly and briefly', async () => {
  const context = new OfflineAudioContext(1, rate * 2, rate)
  void playChime(context)
  const samples = (await context.startRendering()).getChannelData(0)
  const loudest = (from: number, to: number) => Math.max(...samples.slice(from * rate, to * rate).map(Math.abs))
  expect(loudest(0, 0.16)).toBeGreaterThan(0.05)
  expect(loudest(0, chimeLength)).toBeLessThan(0.16)
  expect(loudest(chimeLength + 0.01, 2)).toBe(0)
})
