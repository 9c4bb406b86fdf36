import { describe, expect, test } from 'vitest'
import type { Callback } from './callback.ts'
import { type CallbackFact, callbackAfter } from './callback-transitions.ts'
import { cameOut, keptRate, type PromiseOutcome } from './kept-promises.ts'
import { eleven, sampleCallback } from './sample-callback.ts'

const minute = 60_000
const dueAt = eleven().at
const grace = 5 * minute
const deputy = { id: 'jaan.tamm', name: 'Jaan Tamm', briefId: '0d6f3c0a-6a64-4d7b-8a51-0f2f5a4f2a10' }

const called = (late: number, callId = 'a'): Told => [{ type: 'called', callId }, late]
const reached = (late: number, callId = 'a'): Told => [{ type: 'reached', callId }, late]
const noAnswer = (late: number, retry: number | null, callId = 'a'): Told => [
  { type: 'noAnswer', callId, retry: retry === null ? null : eleven(retry) },
  late,
]
const moved = (late: number, to: number): Told => [{ type: 'renegotiated', to: eleven(to), reason: '' }, late]
const cancelled = (late: number): Told => [{ type: 'cancelled', reason: '' }, late]
const missed = (late: number): Told => [{ type: 'missed', reason: '' }, late]

/** A fact, so many minutes after eleven. */
type Told = readonly [CallbackFact, number]

describe('how a callback came out, seen an hour later', () => {
  test.each<[string, readonly Told[], PromiseOutcome, string]>([
    ['called on the minute', [called(0), reached(1)], { kind: 'onTime' }, '1 of 1'],
    ['called just within the grace', [called(5), reached(6)], { kind: 'onTime' }, '1 of 1'],
    ['called too late', [called(12), reached(12)], { kind: 'late', minutes: 12 }, '0 of 1'],
    ['called early and reached', [called(-30), reached(-29)], { kind: 'onTime' }, '1 of 1'],
    [
      'called early, tried again on time',
      [called(-30), noAnswer(-29, 0), called(1, 'b'), reached(1, 'b')],
      { kind: 'onTime' },
      '1 of 1',
    ],
    ['called early, nobody answered, given up', [called(-30), noAnswer(-29, null)], { kind: 'missed' }, '0 of 1'],
    ['called early, nobody answered, forgotten', [called(-30), noAnswer(-29, 0)], { kind: 'overdue', minutes: 60 }, '0 of 1'],
    ['on time, nobody answered', [called(2), noAnswer(3, null)], { kind: 'noAnswer' }, '1 of 1'],
    ['on time, nobody answered, tried again', [called(2), noAnswer(3, 90)], { kind: 'noAnswer' }, '1 of 1'],
    [
      'on time, reached at the second try',
      [called(2), noAnswer(3, 33), called(33, 'b'), reached(33, 'b')],
      { kind: 'onTime' },
      '1 of 1',
    ],
    ['late, nobody answered', [called(12), noAnswer(13, null)], { kind: 'noAnswerLate', minutes: 12 }, '0 of 1'],
    ['ringing now', [called(12)], { kind: 'waiting' }, '0 of 0'],
    ['nobody called', [], { kind: 'overdue', minutes: 60 }, '0 of 1'],
    ['nobody will call', [missed(30)], { kind: 'missed' }, '0 of 1'],
    ['cancelled by the person', [cancelled(-10)], { kind: 'cancelled' }, '0 of 0'],
    ['kept in person', [[{ type: 'keptByHand' }, 3]], { kind: 'onTime' }, '1 of 1'],
    ['kept in person, late', [[{ type: 'keptByHand' }, 20]], { kind: 'late', minutes: 20 }, '0 of 1'],
    ['taken by the deputy', [[{ type: 'deputyAccepted' }, 16]], { kind: 'handedOver' }, '0 of 0'],
    ['moved before it came, then kept', [moved(-10, 30), called(30), reached(31)], { kind: 'onTime' }, '1 of 1'],
    ['moved too late, then kept', [moved(20, 30), called(30), reached(31)], { kind: 'onTime' }, '1 of 2'],
    [
      'kept, and another time agreed',
      [called(0), reached(1), moved(4, 30), called(31, 'b'), reached(31, 'b')],
      { kind: 'onTime' },
      '2 of 2',
    ],
    ['moved to a time that has not come', [moved(-10, 300)], { kind: 'waiting' }, '0 of 0'],
    [
      'marked as kept by mistake, reopened, then nobody called',
      [[{ type: 'keptByHand' }, 1], [{ type: 'reopened' }, 2], missed(30)],
      { kind: 'missed' },
      '0 of 1',
    ],
    [
      'marked as kept by mistake, reopened, then called late',
      [[{ type: 'keptByHand' }, 1], [{ type: 'reopened' }, 2], called(20), reached(20)],
      { kind: 'late', minutes: 20 },
      '0 of 1',
    ],
    ['called on time, reopened to ask more', [called(0), reached(1), [{ type: 'reopened' }, 2]], { kind: 'onTime' }, '1 of 1'],
    [
      'forgotten, reopened, called late',
      [missed(10), [{ type: 'reopened' }, 12], called(20), reached(20)],
      { kind: 'late', minutes: 20 },
      '0 of 1',
    ],
  ])('%s', (_name, told, outcome, rate) => {
    const callback = after(told)
    const { kept, of } = keptRate([callback], { from: 0, to: dueAt + 60 * minute }, grace, dueAt + 60 * minute)
    expect([cameOut(callback, grace, dueAt + 60 * minute), `${kept} of ${of}`]).toEqual([outcome, rate])
  })
})

test('nobody is late before the grace is over', () => {
  expect(cameOut(sampleCallback(), grace, dueAt + grace)).toEqual({ kind: 'waiting' })
  expect(cameOut(sampleCallback(), grace, dueAt + grace + 1)).toEqual({ kind: 'overdue', minutes: 6 })
})

test('the rate counts the promises of the period, and no practice', () => {
  const kept = after([called(0), reached(1)])
  const late = after([called(40), reached(41)])
  const rate = keptRate(
    [kept, kept, late, { ...kept, practice: true }, sampleCallback({ due: eleven(-1), promisedFor: eleven(-1) })],
    { from: dueAt, to: dueAt + 1 },
    grace,
    dueAt + 60 * minute,
  )
  expect(rate).toEqual({ kept: 2, of: 3 })
})

function after(told: readonly Told[]): Callback {
  return told.reduce((callback, [fact, late]) => callbackAfter(callback, fact, dueAt + late * minute), sampleCallback({ deputy }))
}
