import { type Call, isPractice, wasAnswered } from '../call/call.ts'
import type { Callback } from '../callbacks/callback.ts'
import { type KeptRate, keptRate } from '../callbacks/kept-promises.ts'
import type { Note } from '../notes/note.ts'
import { isHard } from '../people/one-time-or-pattern.ts'

export interface DayCall {
  readonly call: Call
  readonly note: Note | null
}

export interface Day {
  readonly from: number
  /** Midnight after it. */
  readonly to: number
}

export interface DayFigures {
  /** Answered ones. */
  readonly calls: number
  readonly hardCalls: number
  /** Of the promises that fell due on this day. */
  readonly promises: KeptRate
}

export function dayFigures(
  calls: readonly DayCall[],
  callbacks: readonly Callback[],
  day: Day,
  graceMs: number,
  now: number,
): DayFigures {
  const real = calls.filter(({ call }) => isOwn(call))
  return {
    calls: real.length,
    hardCalls: real.filter(({ note }) => isHard(note)).length,
    promises: keptRate(callbacks, day, graceMs, now),
  }
}

/** Talked about with somebody, and still without a finished note. */
export function isUnfinished({ call, note }: DayCall): boolean {
  return isOwn(call) && call.state === 'ended' && note?.state !== 'saved'
}

/** Practice is nobody's call, and a second leg belongs to the call it consults about. */
function isOwn(call: Call): boolean {
  return wasAnswered(call) && call.consultFor === null && !isPractice(call)
}
