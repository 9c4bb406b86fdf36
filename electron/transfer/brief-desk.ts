import type { BriefAnswer } from '../../shared/contract.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { Brief, BriefId } from '../../shared/transfer/brief.ts'
import { type BriefFact, type BriefRecord, type RecordedBrief, recordedAs } from '../../shared/transfer/brief-record.ts'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'
import type { Clock } from '../clock.ts'
import { errorCode } from '../error-code.ts'
import type { Log } from '../log.ts'
import type { BriefBook } from './brief-book.ts'
import { type BriefEntry, type Errand, entryAfter, freshEntry, idOf, isDone } from './brief-entry.ts'

export interface BriefDeskParts {
  readonly book: BriefBook
  readonly clock: Clock
  readonly log: Log
  changed(record: BriefRecord): void
  /** The other side has something to hear. */
  say(id: BriefId): void
}

/** What this person does with briefs: each wish is on the disk before it is on its way, and on its way before a window hears. */
export class BriefDesk {
  readonly #parts: BriefDeskParts

  constructor(parts: BriefDeskParts) {
    this.#parts = parts
  }

  /** All that somebody may still want to hear of. */
  open(): readonly BriefRecord[] {
    return this.#parts.book.entries().flatMap((entry) => (entry.isForgotten || isDone(entry) ? [] : [entry.record]))
  }

  /** Received, and perhaps never seen, because the companion ended before it could show them. */
  unnoticed(): readonly BriefRecord[] {
    return this.#parts.book
      .entries()
      .filter(({ record, recorded }) => record.direction === 'received' && record.stage === 'delivered' && !recorded)
      .map(({ record }) => record)
  }

  /** The same id again is the same brief, as it stands. */
  async send(brief: Brief, self: PersonId): Promise<Result<BriefRecord, BriefFailure>> {
    const { book, clock, changed, say } = this.#parts
    const at = clock.now().wall
    const own = { ...brief, from: { id: self, name: brief.from.name } }
    return kept(async () => {
      const { record, isForgotten } = await book.change(
        brief.id,
        (entry) =>
          entry ?? freshEntry({ brief: own, direction: 'sent', stage: 'waiting', at, stageAt: at, reason: '', followUp: null }),
      )
      if (isForgotten) return null
      say(brief.id)
      changed(record)
      return record
    })
  }

  wish(id: BriefId, direction: BriefRecord['direction'], fact: BriefFact): Promise<Result<BriefRecord, BriefFailure>> {
    return kept(() => this.#fold('change', id, direction, fact))
  }

  answer({ briefId, ...given }: BriefAnswer): Promise<Result<BriefRecord, BriefFailure>> {
    const fact = given.answer === 'declined' ? { stage: given.answer, reason: given.reason } : { stage: given.answer }
    return this.wish(briefId, 'received', fact)
  }

  /** Who asked keeps nothing of them; others hear that they are over. */
  async forget(ids: readonly BriefId[]): Promise<void> {
    for (const { record } of await this.#parts.book.forget(ids)) {
      this.#parts.say(record.brief.id)
      this.#parts.changed(record)
    }
  }

  /** The hub has what was said of an entry, which says nothing about the colleague. */
  async taken(said: BriefEntry, errand: Errand): Promise<void> {
    if (errand === 'brief') await this.#fold('note', idOf(said), 'sent', { stage: 'atHub' })
    if (errand !== 'receipt') return
    await this.#parts.book.note(idOf(said), (entry) =>
      entry?.record === said.record && entry.owesReceipt ? { ...entry, owesReceipt: false } : entry,
    )
  }

  /** What moved on while the window wrote is not recorded by that. */
  async recorded({ briefId, stage, followUp }: RecordedBrief): Promise<void> {
    try {
      await this.#parts.book.note(briefId, (entry) => {
        if (!entry || entry.recorded) return entry
        const now = recordedAs(entry.record)
        return now.stage === stage && now.followUp === followUp ? { ...entry, recorded: true } : entry
      })
    } catch (error) {
      this.#parts.log.warn('It could not be noted that a brief is recorded', { cause: errorCode(error) })
    }
  }

  /** Null when no brief of that direction has this id. */
  async #fold(
    keep: 'change' | 'note',
    id: BriefId,
    direction: BriefRecord['direction'],
    fact: BriefFact,
  ): Promise<BriefRecord | null> {
    let before: BriefEntry | undefined
    const after = await this.#parts.book[keep](id, (entry) => {
      before = entry
      if (entry?.record.direction !== direction) return undefined
      return entryAfter(entry, fact, this.#parts.clock.now().wall)
    })
    if (!after || after.isForgotten) return null
    if (keep === 'change') this.#parts.say(id)
    if (after !== before) this.#parts.changed(after.record)
    return after.record
  }
}

async function kept(change: () => Promise<BriefRecord | null>): Promise<Result<BriefRecord, BriefFailure>> {
  try {
    const record = await change()
    return record ? success(record) : failed({ kind: 'brief.unknown' })
  } catch (error) {
    return failed({ kind: 'brief.notKept', cause: errorCode(error) })
  }
}
