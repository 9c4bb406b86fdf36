import { expect, test } from 'vitest'
import { reframeFor } from './reframe-for.ts'

const before = ['not-about-you', 'smile', 'breathe'].map((id) => ({ id, title: id, line: id }))

test('a call keeps its thought for as long as it rings, and other calls bring the others', () => {
  const calls = Array.from({ length: 30 }, (_, index) => `baresip:${index}`)
  const thoughts = calls.map((call) => reframeFor(before, call)?.id)
  expect(calls.map((call) => reframeFor(before, call)?.id)).toEqual(thoughts)
  expect(new Set(thoughts)).toEqual(new Set(['not-about-you', 'smile', 'breathe']))
})

test('the longest id a call may have still has a thought', () => {
  expect(reframeFor(before, 'x'.repeat(300))).not.toBeNull()
})

test('a playbook without thoughts says nothing', () => {
  expect(reframeFor([], 'baresip:a')).toBeNull()
})
