import * as z from 'zod'
import { type BriefId, brief } from '../../shared/transfer/brief.ts'
import { type BriefFact, type BriefRecord, briefStages, isSettled, recordAfter } from '../../shared/transfer/brief-record.ts'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { ReceiptMessage } from '../../shared/transfer/team-messages.ts'

/** A brief as this installation keeps it: what became of it, and what others have yet to hear about it. */
export interface BriefEntry {
  readonly record: BriefRecord
  /** A window has this very state in its store. */
  readonly recorded: boolean
  /** Received: the sender has not been told of this state. */
  readonly owesReceipt: boolean
  /** Sent: what the colleague's side has, by its last receipt. */
  readonly confirmed: Confirmed | null
  /** Without a word of what it was about: only kept to know it again, and to tell the other side that it is over. */
  readonly isForgotten?: true | undefined
}

type Confirmed = Pick<ReceiptMessage, 'stage' | 'followUp'>

/** What must still reach the other side, and is sent until it is known to. */
export type Errand = 'brief' | 'withdrawal' | 'followUp' | 'receipt'

const followUp = z.object({ note: z.string(), outcome: z.string().nullable(), version: z.number() })

export const briefEntry = z.object({
  record: z.object({
    brief,
    direction: z.enum(['sent', 'received']),
    stage: z.enum(briefStages),
    at: z.number(),
    stageAt: z.number(),
    reason: z.string(),
    followUp: followUp.nullable(),
  }),
  recorded: z.boolean(),
  owesReceipt: z.boolean(),
  confirmed: z
    .object({
      stage: z.enum(['delivered', 'read', 'soon', 'accepted', 'declined', 'withdrawn']),
      followUp: z.number().nullable(),
    })
    .nullable(),
  isForgotten: z.literal(true).optional(),
}) satisfies z.ZodType<BriefEntry>

export function freshEntry(record: BriefRecord): BriefEntry {
  return { record, recorded: false, owesReceipt: record.direction === 'received', confirmed: null }
}

/** The entry after a fact; a received brief that it moves has something to tell its sender. */
export function entryAfter(entry: BriefEntry, fact: BriefFact, now: number): BriefEntry {
  const record = recordAfter(entry.record, fact, now)
  if (record === entry.record) return entry
  if (entry.isForgotten) return { ...entry, record: wordless(record) }
  return { ...entry, record, recorded: false, owesReceipt: record.direction === 'received' }
}

/** What remains of an entry that is forgotten: taken back from whom it was sent to, or declined, where it was open. */
export function forgottenEntry({ record, ...entry }: BriefEntry, now: number): BriefEntry {
  const isSent = record.direction === 'sent'
  const stage = isSettled(record.stage) ? record.stage : isSent ? 'withdrawn' : 'declined'
  return {
    ...entry,
    record: wordless({ ...record, stage, stageAt: now }),
    ...{ recorded: true, owesReceipt: entry.owesReceipt || !(isSent || isSettled(record.stage)), isForgotten: true },
  }
}

/** Of what its sender wrote later a receiver keeps the number, by which it is confirmed. */
function wordless(record: BriefRecord): BriefRecord {
  const { id, from, to } = record.brief
  const version = record.direction === 'received' ? record.followUp?.version : undefined
  return {
    ...record,
    brief: {
      ...{ id, from, to, headline: '', caller: { name: '', number: '', verified: 'unknown' }, tone: '', situation: '' },
      ...{ background: '', tried: '', request: '', avoid: '', readBack: '', topic: '' },
    },
    reason: '',
    followUp: version === undefined ? null : { note: '', outcome: null, version },
  }
}

/** The side of the brief that this installation is on. */
export function ownSide({ brief: { from, to }, direction }: BriefRecord): PersonId {
  return direction === 'sent' ? from.id : to.id
}

export function errandOf({ record, owesReceipt, confirmed }: BriefEntry): Errand | null {
  if (record.direction === 'received') return owesReceipt ? 'receipt' : null
  if (!isSettled(record.stage)) return 'brief'
  if (record.stage === 'withdrawn') return confirmed?.stage === 'withdrawn' ? null : 'withdrawal'
  const version = record.followUp?.version ?? -1
  return record.stage === 'accepted' && version > (confirmed?.followUp ?? -1) ? 'followUp' : null
}

/** Nobody needs to hear of it any more: it is only kept to know it again. */
export function isDone(entry: BriefEntry): boolean {
  return isSettled(entry.record.stage) && entry.recorded && errandOf(entry) === null
}

export function idOf(entry: BriefEntry): BriefId {
  return entry.record.brief.id
}
