import { assertNever } from '../../shared/assert-never.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import {
  briefMessage,
  type FollowUpMessage,
  followUpMessage,
  messageLimit,
  type ReceiptMessage,
  readMessage,
  receiptMessage,
  withdrawalMessage,
} from '../../shared/transfer/team-messages.ts'
import { inboxTopic } from '../../shared/transfer/team-topics.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { Arrivals } from './arrivals.ts'
import type { BriefBook } from './brief-book.ts'
import { type BriefEntry, entryAfter } from './brief-entry.ts'
import { type Envelope, ignore, isFrom } from './envelope.ts'
import { receiptForUnknown } from './letters.ts'
import type { Outbox } from './outbox.ts'

export interface InboxParts {
  readonly book: BriefBook
  readonly outbox: Outbox
  readonly clock: Clock
  readonly log: Log
  publish(topic: string, text: string): Promise<boolean>
  /** The brief is new here; told once, and before it is on the disk. */
  arrived(record: BriefRecord): void
  changed(record: BriefRecord): void
}

/**
 * Takes what came into this person's inbox; resolves when it is on the disk, so that the hub may forget it.
 *
 * It never waits for the hub: the next word of the hub is only read when this one is dealt with.
 */
export class Inbox {
  readonly #parts: InboxParts
  readonly #arrivals: Arrivals

  constructor(parts: InboxParts) {
    this.#parts = parts
    this.#arrivals = new Arrivals(parts)
  }

  /** Shown, and not on the disk yet. */
  arriving(): readonly BriefRecord[] {
    return this.#arrivals.arriving()
  }

  async take(envelope: Envelope, payload: Buffer): Promise<void> {
    const text = payload.length > messageLimit * 3 ? null : payload.toString('utf8')
    if (text === null) return this.#ignore(envelope, 'message.tooLarge')
    switch (envelope.kind) {
      case 'brief': {
        const read = readMessage(briefMessage, text)
        return read.ok ? this.#arrivals.take(envelope, read.value.brief) : this.#ignore(envelope, read.failure.kind)
      }
      case 'receipt': {
        const read = readMessage(receiptMessage, text)
        return read.ok ? this.#receipt(envelope, read.value) : this.#ignore(envelope, read.failure.kind)
      }
      case 'withdrawal': {
        const read = readMessage(withdrawalMessage, text)
        return read.ok ? this.#withdrawal(envelope, read.value.briefId) : this.#ignore(envelope, read.failure.kind)
      }
      case 'followUp': {
        const read = readMessage(followUpMessage, text)
        return read.ok ? this.#followUp(envelope, read.value) : this.#ignore(envelope, read.failure.kind)
      }
      default:
        return assertNever(envelope.kind)
    }
  }

  async #receipt(envelope: Envelope, { briefId, stage, reason, followUp }: ReceiptMessage): Promise<void> {
    const before = this.#parts.book.find(briefId)
    const isFromColleague = before?.record.direction === 'sent' && before.record.brief.to.id === envelope.from
    const isFromOtherMachine = before?.record.direction === 'received' && envelope.from === envelope.to
    if (!before || !(isFromColleague || isFromOtherMachine)) return this.#ignore(envelope, 'brief.unknown')
    const after = await this.#change('note', briefId, (entry, now) => {
      const moved = stage === 'withdrawn' ? entry : entryAfter(entry, { stage, reason }, now)
      if (isFromOtherMachine) return { ...moved, owesReceipt: entry.owesReceipt }
      const isKnown = entry.confirmed?.stage === stage && entry.confirmed.followUp === followUp
      return isKnown ? moved : { ...moved, confirmed: { stage, followUp } }
    })
    if (isFromColleague && after !== before) this.#parts.outbox.answered(briefId)
  }

  async #withdrawal(envelope: Envelope, briefId: BriefId): Promise<void> {
    const before = this.#parts.book.find(briefId)
    if (before && !isFrom(before, envelope)) return this.#ignore(envelope, 'brief.notTheirs')
    if (!before) {
      void this.#parts.publish(inboxTopic(envelope.from, 'receipt', envelope.to), receiptForUnknown(briefId))
      return
    }
    await this.#change('change', briefId, (entry, now) => ({
      ...entryAfter(entry, { stage: 'withdrawn' }, now),
      owesReceipt: true,
    }))
    this.#parts.outbox.say(briefId)
  }

  async #followUp(envelope: Envelope, { briefId, followUp }: FollowUpMessage): Promise<void> {
    const before = this.#parts.book.find(briefId)
    if (!before || !isFrom(before, envelope)) return this.#ignore(envelope, 'brief.unknown')
    await this.#change('change', briefId, (entry, now) => ({ ...entryAfter(entry, { followUp }, now), owesReceipt: true }))
    this.#parts.outbox.say(briefId)
  }

  async #change(
    keep: 'change' | 'note',
    id: BriefId,
    next: (entry: BriefEntry, now: number) => BriefEntry,
  ): Promise<BriefEntry | undefined> {
    const { wall } = this.#parts.clock.now()
    let before: BriefEntry | undefined
    const after = await this.#parts.book[keep](id, (entry) => {
      before = entry
      return entry && next(entry, wall)
    })
    if (after && !after.isForgotten && after.record !== before?.record) this.#parts.changed(after.record)
    return after
  }

  #ignore(envelope: Envelope, why: string): void {
    ignore(this.#parts.log, envelope, why)
  }
}
