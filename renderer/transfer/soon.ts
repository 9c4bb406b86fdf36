import type { BriefRecord } from '../../shared/transfer/brief-record.ts'

/** What "in 2 minutes" promises, in milliseconds. */
const soon = 2 * 60_000

/** Milliseconds that are left of "in 2 minutes", 0 when they are over; null for a brief that was answered otherwise or not yet. */
export function leftUntilSoon({ stage, stageAt }: BriefRecord, wallNow: number): number | null {
  return stage === 'soon' ? Math.min(soon, Math.max(0, stageAt + soon - wallNow)) : null
}
