import { assertNever } from '../../shared/assert-never.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type {
  BriefMessage,
  FollowUpMessage,
  PresenceMessage,
  ReceiptMessage,
  WithdrawalMessage,
} from '../../shared/transfer/team-messages.ts'
import { inboxTopic } from '../../shared/transfer/team-topics.ts'
import type { BriefEntry, Errand } from './brief-entry.ts'

export interface Letter {
  readonly topics: readonly string[]
  readonly text: string
}

export function letterFor({ record }: BriefEntry, errand: Errand): Letter {
  const { id, from, to } = record.brief
  switch (errand) {
    case 'brief':
      return { topics: [inboxTopic(to.id, 'brief', from.id)], text: textOf({ v: 1, brief: record.brief }) }
    case 'withdrawal':
      return { topics: [inboxTopic(to.id, 'withdrawal', from.id)], text: textOf({ v: 1, briefId: id }) }
    case 'followUp':
      return {
        topics: [inboxTopic(to.id, 'followUp', from.id)],
        text: textOf({ v: 1, briefId: id, followUp: record.followUp ?? { note: '', outcome: null, version: 0 } }),
      }
    case 'receipt':
      return { topics: receiptTopics(record), text: textOf(receiptFor(record)) }
    default:
      return assertNever(errand)
  }
}

/** Tells a sender that a brief which never came here is not shown here either. */
export function receiptForUnknown(briefId: string): string {
  return textOf({ v: 1, briefId, stage: 'withdrawn', reason: '', followUp: null })
}

/** What a hand did is also told to the person's own inbox, for their other machine. */
function receiptTopics({ brief: { from, to }, stage }: BriefRecord): readonly string[] {
  const toSender = inboxTopic(from.id, 'receipt', to.id)
  return stage === 'delivered' ? [toSender] : [toSender, inboxTopic(to.id, 'receipt', to.id)]
}

function receiptFor({ brief, stage, reason, followUp }: BriefRecord): ReceiptMessage {
  const told = stage === 'waiting' || stage === 'atHub' ? 'delivered' : stage
  return { v: 1, briefId: brief.id, stage: told, reason, followUp: followUp?.version ?? null }
}

export function textOf(message: BriefMessage | ReceiptMessage | WithdrawalMessage | FollowUpMessage | PresenceMessage): string {
  return JSON.stringify(message)
}
