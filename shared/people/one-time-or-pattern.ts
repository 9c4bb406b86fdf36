import { wasAnswered } from '../call/call.ts'
import { type CallRecord, hardFrom, type Note } from '../notes/note.ts'

/** Days looked back on. */
export const patternDays = 30

/** Hard calls in that time from which on it is no longer one bad day. */
export const patternFrom = 2

const day = 24 * 60 * 60 * 1000

/** Whether this is somebody's bad day or the way it usually goes, and the counts it is judged by. */
export interface Standing {
  readonly judgement: 'first-call' | 'one-time' | 'pattern'
  readonly calls: number
  readonly hardCalls: number
}

/** A call and what was written about it, as far as it is judged. */
export interface JudgedCall {
  readonly call: CallRecord
  readonly note: Note | null
}

/** A call is hard when the agent said so in the wrap-up, or when a boundary had to be set. */
export function standingOf(earlier: readonly JudgedCall[], now: number): Standing {
  const { calls, hardCalls } = countsIn(earlier, patternDays, now)
  return judged(calls, hardCalls)
}

export function judged(calls: number, hardCalls: number): Standing {
  const judgement = hardCalls >= patternFrom ? 'pattern' : calls === 0 ? 'first-call' : 'one-time'
  return { judgement, calls, hardCalls }
}

/** Answered calls of the last days, and how many of them were hard. */
export function countsIn(earlier: readonly JudgedCall[], days: number, now: number): Pick<Standing, 'calls' | 'hardCalls'> {
  const since = now - days * day
  const recent = earlier.filter(({ call }) => call.startedAt >= since && wasAnswered(call))
  return { calls: recent.length, hardCalls: recent.filter(({ note }) => isHard(note)).length }
}

/** The agent said so in the wrap-up, or a boundary had to be set. */
export function isHard(note: Note | null): boolean {
  const handling = note?.handling
  return handling ? (handling.outcome.hardness ?? 0) >= hardFrom || handling.ladder.length > 0 : false
}
