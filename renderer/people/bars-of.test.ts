import { expect, test } from 'vitest'
import { barsOf } from './bars-of.ts'

const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime()
const call = (time: number, minutes: number, isHard = false) => ({ at: time, talkedMs: minutes * 60_000, isHard })

test('calls fall on the agent’s own days, up to today, and a day knows how long and how hard it was', () => {
  const calls = [call(at(21, 23), 5), call(at(22, 0), 7, true), call(at(22, 9), 4), call(at(19, 12), 9)]
  expect(barsOf(calls, 3, at(22, 14))).toEqual([
    { at: at(20, 0), calls: 0, hard: 0, talkedMs: 0 },
    { at: at(21, 0), calls: 1, hard: 0, talkedMs: 300_000 },
    { at: at(22, 0), calls: 2, hard: 1, talkedMs: 660_000 },
  ])
})
