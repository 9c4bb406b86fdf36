import { expect, test } from 'vitest'
import { receivedBrief } from './fake-briefs.ts'
import { leftUntilSoon } from './soon.ts'

test('two minutes run down from the answer and stop at nothing', () => {
  const record = receivedBrief({ stage: 'soon', stageAt: 1_000_000 })
  expect([0, 30_000, 119_999, 120_000, 900_000].map((since) => leftUntilSoon(record, 1_000_000 + since))).toEqual([
    120_000, 90_000, 1, 0, 0,
  ])
})

test('a clock that was set back promises no more than two minutes', () => {
  expect(leftUntilSoon(receivedBrief({ stage: 'soon', stageAt: 1_000_000 }), 0)).toBe(120_000)
})

test('a brief without that answer counts nothing', () => {
  expect(leftUntilSoon(receivedBrief({ stage: 'read' }), 0)).toBe(null)
})
