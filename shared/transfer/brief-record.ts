import type { Brief, BriefId } from './brief.ts'

/**
 * How far a brief has come.
 *
 *     waiting ─> atHub ─> delivered ─> read ─┬─> soon ─┬─> accepted ─┐
 *        │         │          │         │    │         └─> declined ─┤
 *        └─────────┴──────────┴─────────┴────┴───────────────────────┴─> withdrawn
 *
 * `atHub` is the broker's word, everything after it the colleague's own application's or hand's: a broker that has a brief
 * says nothing about who has seen it.
 */
export const briefStages = ['waiting', 'atHub', 'delivered', 'read', 'soon', 'withdrawn', 'declined', 'accepted'] as const
export type BriefStage = (typeof briefStages)[number]

/** What became of a brief, as one side knows it. All times are this machine's wall clock, ms since 1970. */
export interface BriefRecord {
  readonly brief: Brief
  readonly direction: 'sent' | 'received'
  readonly stage: BriefStage
  /** When this side wrote or received it. */
  readonly at: number
  readonly stageAt: number
  /** Why it was declined; empty otherwise. */
  readonly reason: string
  /** What the sender wrote since it was accepted; null until something came. */
  readonly followUp: FollowUp | null
}

/** The call as it went on after the brief was accepted; the newest replaces the one before. */
export interface FollowUp {
  readonly note: string
  /** The disposition in the sender's words; null while the call is not wrapped up. */
  readonly outcome: string | null
  /** Counted up by the sender: a lower one is late and ignored. */
  readonly version: number
}

/** The state of a brief that a window has in its store. */
export interface RecordedBrief {
  readonly briefId: BriefId
  readonly stage: BriefStage
  /** Version of the newest follow-up; null while there is none. */
  readonly followUp: number | null
}

export function recordedAs({ brief, stage, followUp }: BriefRecord): RecordedBrief {
  return { briefId: brief.id, stage, followUp: followUp?.version ?? null }
}

/** A fact about a brief; may come twice, late or out of order. */
export type BriefFact =
  | { readonly stage: Exclude<BriefStage, 'waiting' | 'declined'> }
  | { readonly stage: 'declined'; readonly reason: string }
  | { readonly followUp: FollowUp }

const height: Readonly<Record<BriefStage, number>> = {
  waiting: 0,
  atHub: 1,
  delivered: 2,
  read: 3,
  soon: 4,
  declined: 5,
  accepted: 5,
  withdrawn: 6,
}

/** Nothing more will be asked of this brief. */
export function isSettled(stage: BriefStage): boolean {
  return height[stage] >= height.accepted
}

/**
 * The record after a fact, or the same record when the fact is old news.
 *
 * The colleague's first answer stands, and a withdrawal stands above it: an agent who keeps the call after all says so, and
 * both sides end with the same word whichever crossed the other on the way.
 */
export function recordAfter(record: BriefRecord, fact: BriefFact, now: number): BriefRecord {
  if ('followUp' in fact) {
    const isNews = fact.followUp.version > (record.followUp?.version ?? -1)
    return isNews ? { ...record, followUp: fact.followUp } : record
  }
  if (height[fact.stage] <= height[record.stage]) return record
  return { ...record, stage: fact.stage, stageAt: now, reason: 'reason' in fact ? fact.reason : '' }
}
