import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { writable } from '../../shared/readable.ts'
import { failed, success } from '../../shared/result.ts'
import { type AlarmOrder, unwrittenAlarms } from './unwritten-alarms.ts'

const notKept = failed({ kind: 'alarm.notKept', cause: 'ENOSPC' } as const)
const silent = failed({ kind: 'companion.silent' } as const)
const call = (id: string, at = 1): AlarmOrder => ({ id, armed: { id, at } as ArmedCallback })

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a promise whose alarm the disk refused is told again until the disk takes it', () => {
  const { alarms, again, ids } = ledger()
  alarms.heard([call('ana')], notKept)
  expect(ids()).toEqual(['ana'])
  vi.advanceTimersByTime(15_000)
  alarms.heard([call('ana')], notKept)
  vi.advanceTimersByTime(15_000)
  expect(again).toEqual([call('ana'), call('ana')])
  alarms.heard([call('ana')], success(null))
  vi.advanceTimersByTime(60_000)
  expect([ids(), again.length]).toEqual([[], 2])
})

test('what the disk takes later takes every promise before it along', () => {
  const { alarms, ids } = ledger()
  alarms.heard([call('ana'), call('jaan')], notKept)
  expect(ids()).toEqual(['ana', 'jaan'])
  alarms.heard([call('mia')], success(null))
  expect([ids(), vi.getTimerCount()]).toEqual([[], 0])
})

test('the newest time of a promise is the one that is told again', () => {
  const { alarms, again } = ledger()
  alarms.heard([call('ana', 1)], notKept)
  alarms.heard([call('ana', 2)], notKept)
  vi.advanceTimersByTime(15_000)
  expect(again).toEqual([call('ana', 2)])
})

test('a companion that is silent has not written it either, and is asked again', () => {
  const { alarms, again, ids } = ledger()
  alarms.heard([call('ana')], notKept)
  vi.advanceTimersByTime(15_000)
  alarms.heard([call('ana')], silent)
  vi.advanceTimersByTime(15_000)
  expect([ids(), again.length]).toEqual([['ana'], 2])
})

test('an alarm that rings no more is not said to be forgotten, and is taken off the disk in the end', () => {
  const { alarms, again, ids } = ledger()
  alarms.heard([{ id: 'ana', armed: null }], notKept)
  vi.advanceTimersByTime(15_000)
  expect([ids(), again]).toEqual([[], [{ id: 'ana', armed: null }]])
})

function ledger() {
  const unwritten = writable<ReadonlySet<string>>(new Set())
  const again: AlarmOrder[] = []
  return { alarms: unwrittenAlarms(unwritten, (order) => again.push(order)), again, ids: () => [...unwritten.get()] }
}
