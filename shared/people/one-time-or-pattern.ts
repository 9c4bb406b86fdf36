import { wasAnswered } from '../call/call.ts'
import { type CallRecord, hardFrom, type Note } from '../notes/note.ts'

/** Days looked back on. */
export const patternDays = 30

/** Hard calls in that time from which on it is no longer one bad day. */
export const patternFrom = 2

/** Whether this is somebody's bad day or the way it usually goes, and the counts it is judged by. */
export interface Standing {
  readonly judgement: 'first-call' | 'one-time' | 'pattern'
  readonly calls: number
  readonly hardCalls: number
}

/** A call is hard when the agent said so in the wrap-up, or when a boundary had to be set. */
export function standingOf(earlier: readonly { readonly call: CallRecord; readonly note: Note | null }[], now: number): Standing {
  const since = now - patternDays * 24 * 60 * 60 * 1000
  const recent = earlier.filter(({ call }) => call.startedAt >= since && wasAnswered(call))
  const hardCalls = recent.filter(({ note }) => isHard(note)).length
  const judgement = hardCalls >= patternFrom ? 'pattern' : recent.length === 0 ? 'first-call' : 'one-time'
  return { judgement, calls: recent.length, hardCalls }
}

/** The agent said so in the wrap-up, or a boundary had to be set. */
export function isHard(note: Note | null): boolean {
  const handling = note?.handling
  return handling ? (handling.outcome.hardness ?? 0) >= hardFrom || handling.ladder.length > 0 : false
}
