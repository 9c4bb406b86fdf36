import type { BriefStage } from './brief-record.ts'
import {
  type Attempt,
  type AttemptResult,
  currentAttempt,
  isPending,
  type TransferEntry,
  type TransferRecord,
  type TransferStage,
} from './transfer-record.ts'

/** The record of standing in another stage from now on. */
export function entered(record: TransferRecord, stage: TransferStage, at: number, said = '', reason = ''): TransferRecord {
  const entry: TransferEntry = { stage, at, said, reason }
  return { ...record, entries: [...record.entries, entry] }
}

export function asked(record: TransferRecord, attempt: Pick<Attempt, 'briefId' | 'to' | 'by' | 'at'>): TransferRecord {
  const result = attempt.by === 'hub' ? 'asked' : 'accepted'
  return { ...record, attempts: [...record.attempts, { ...attempt, result, resultAt: attempt.at, reason: '' }] }
}

/** What became of the last attempt; the brief stays as it was. */
export function resulted(record: TransferRecord, result: AttemptResult, at: number, reason = ''): TransferRecord {
  const last = record.attempts.at(-1)
  if (last === undefined) return record
  return { ...record, attempts: [...record.attempts.slice(0, -1), { ...last, result, resultAt: at, reason }] }
}

/** The brief that is out and has no answer yet is called back. */
export function calledOff(record: TransferRecord, at: number): TransferRecord {
  const attempt = currentAttempt(record)
  return attempt ? resulted(record, 'withdrawn', at) : record
}

/** The one nobody has answered, to withdraw at the hub when the agent stops waiting for it; null when there is none. */
export function briefToWithdraw(record: TransferRecord): Attempt | null {
  const attempt = currentAttempt(record)
  return attempt?.by === 'hub' && isPending(attempt.result) ? attempt : null
}

/** The same when the agent keeps the call: then somebody who said yes waits for it, too. */
export function briefToTakeBack(record: TransferRecord): Attempt | null {
  const attempt = currentAttempt(record)
  return attempt?.by === 'hub' && attempt.result === 'accepted' ? attempt : briefToWithdraw(record)
}

/** How far a brief has come, as the agent sees it. */
export function resultOf(stage: BriefStage): AttemptResult {
  return stage === 'waiting' || stage === 'atHub' ? 'asked' : stage
}
