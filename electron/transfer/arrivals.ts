import type { Brief, BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import type { BriefBook } from './brief-book.ts'
import { freshEntry } from './brief-entry.ts'
import { type Envelope, ignore, isFrom } from './envelope.ts'
import { isFull, tooMany } from './inbox-limits.ts'
import type { Outbox } from './outbox.ts'

export interface ArrivalsParts {
  readonly book: BriefBook
  readonly outbox: Outbox
  readonly clock: Clock
  readonly log: Log
  arrived(record: BriefRecord): void
}

/**
 * Takes briefs in: each is shown while the disk still writes it, and confirmed to its sender when it has.
 *
 * A caller waits for the one, and nobody for the other.
 */
export class Arrivals {
  readonly #parts: ArrivalsParts
  readonly #arriving = new Map<BriefId, BriefRecord>()
  /** Senders whose briefs wait for room. */
  readonly #waitingForRoom = new Set<PersonId>()

  constructor(parts: ArrivalsParts) {
    this.#parts = parts
  }

  /** Shown, and not on the disk yet. */
  arriving(): readonly BriefRecord[] {
    return [...this.#arriving.values()]
  }

  async take(envelope: Envelope, brief: Brief): Promise<void> {
    const { book, clock, outbox, log } = this.#parts
    if (brief.from.id !== envelope.from || brief.to.id !== envelope.to || envelope.from === envelope.to)
      return ignore(log, envelope, 'brief.notTheirs')
    const { wall } = clock.now()
    const fresh = freshEntry({
      ...{ brief, direction: 'received', stage: 'delivered', at: wall, stageAt: wall, reason: '', followUp: null },
    })
    const isNew = book.find(brief.id) === undefined
    if (isNew && !this.#hasRoom(envelope)) return
    if (isNew) this.#show(fresh.record)
    const entry = await book.change(brief.id, (known = fresh) =>
      known !== fresh && isFrom(known, envelope) ? { ...known, owesReceipt: true } : known,
    )
    this.#arriving.delete(brief.id)
    if (!isFrom(entry, envelope)) return ignore(log, envelope, 'brief.notTheirs')
    outbox.say(brief.id)
    if (isNew) await this.#forgetTheOldest()
  }

  #show(record: BriefRecord): void {
    const { id } = record.brief
    if (this.#arriving.has(id)) return
    this.#arriving.set(id, record)
    this.#parts.arrived(record)
  }

  /** A brief that finds none is not confirmed, so that its sender brings it again; said once until there is room. */
  #hasRoom(envelope: Envelope): boolean {
    const { from } = envelope
    const hasRoom = !isFull(this.#parts.book.entries(), from)
    if (hasRoom) this.#waitingForRoom.delete(from)
    else if (!this.#waitingForRoom.has(from)) {
      this.#waitingForRoom.add(from)
      ignore(this.#parts.log, envelope, 'inbox.full')
    }
    return hasRoom
  }

  async #forgetTheOldest(): Promise<void> {
    const { book, log } = this.#parts
    const oldest = tooMany(book.entries())
    if (oldest.length === 0) return
    log.info('The oldest answered briefs are forgotten', { briefs: oldest.length })
    await book.remove(oldest)
  }
}
