import type { BriefId } from '../../shared/transfer/brief.ts'
import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { Timers } from '../timers.ts'
import type { BriefBook } from './brief-book.ts'
import { type BriefEntry, type Errand, errandOf, idOf, ownSide } from './brief-entry.ts'
import { letterFor } from './letters.ts'

export interface OutboxParts {
  readonly book: BriefBook
  readonly timers: Timers
  /** Resolves with whether the hub acknowledged it. */
  publish(topic: string, text: string): Promise<boolean>
  /** Whether the person is known to be at their desk now. */
  isThere(person: PersonId): boolean
  /** The hub has it, which says nothing about the colleague. */
  taken(entry: BriefEntry, errand: Errand): Promise<void>
}

/** Some hubs lose what they acknowledged when more than ten are under way (measured with aedes and its level store). */
const mostUnderWay = 8
const firstRepeatMs = 2_000
const repeatToSomebodyThereMs = 60_000
const longestRepeatMs = 3_600_000
/** Somebody who has the brief is asked again after half a minute, and then ever more rarely. */
const sayingsOfAnswered = 4

/**
 * Says every errand of the book until it is settled, whatever the hub acknowledged.
 *
 * Copies wait at the hub for a colleague who is away, so they come ever more rarely, and at once when the colleague is back.
 */
export class Outbox {
  readonly #parts: OutboxParts
  /** How often each errand was said since there was news about it. */
  readonly #sayings = new Map<BriefId, number>()
  readonly #repeats = new Map<BriefId, () => void>()
  readonly #waiting = new Set<BriefId>()
  readonly #underWay = new Set<BriefId>()
  #self: PersonId | null = null

  constructor(parts: OutboxParts) {
    this.#parts = parts
  }

  /** The line is up; what a hub that remembers us has acknowledged is in no hurry. */
  up(self: PersonId, remembered: boolean): void {
    this.#self = self
    for (const entry of this.#parts.book.entries()) {
      const id = idOf(entry)
      const isAtHub = remembered && this.#sayings.has(id) && entry.record.stage !== 'waiting'
      if (isAtHub && errandOf(entry) === 'brief') this.#repeatLater(id)
      else this.say(id)
    }
  }

  down(): void {
    this.#self = null
    this.#waiting.clear()
    for (const cancel of this.#repeats.values()) cancel()
    this.#repeats.clear()
  }

  /** There is something new to say about this brief, and it is said now. */
  say(id: BriefId): void {
    this.#sayings.delete(id)
    this.#cancelRepeat(id)
    this.#queue(id)
  }

  /** The colleague's side told how far it is: a brief they have is asked after now and then, anything else is said now. */
  answered(id: BriefId): void {
    const entry = this.#parts.book.find(id)
    if (entry && errandOf(entry) === 'brief') {
      this.#sayings.set(id, Math.max(sayingsOfAnswered, this.#sayings.get(id) ?? 0))
      this.#repeatLater(id)
    } else this.say(id)
  }

  /** A colleague is at their desk again: what they do not confirm soon is said again. */
  isBack(person: PersonId): void {
    for (const entry of this.#parts.book.entries()) {
      const { brief, direction } = entry.record
      if (direction === 'received' || brief.to.id !== person) continue
      this.#sayings.delete(brief.id)
      this.#repeatLater(brief.id)
    }
  }

  #queue(id: BriefId): void {
    if (!this.#hasErrand(id)) return
    this.#waiting.add(id)
    this.#sayNext()
  }

  #hasErrand(id: BriefId): boolean {
    const entry = this.#parts.book.find(id)
    return entry !== undefined && errandOf(entry) !== null && ownSide(entry.record) === this.#self
  }

  #sayNext(): void {
    for (const id of this.#waiting) {
      if (this.#underWay.size >= mostUnderWay) return
      if (this.#underWay.has(id)) continue
      this.#waiting.delete(id)
      void this.#sayNow(id)
    }
  }

  async #sayNow(id: BriefId): Promise<void> {
    const entry = this.#parts.book.find(id)
    const errand = entry && errandOf(entry)
    if (!entry || !errand) return
    this.#underWay.add(id)
    const { topics, text } = letterFor(entry, errand)
    const answers = await Promise.all(topics.map((topic) => this.#parts.publish(topic, text)))
    const isTaken = answers.every((taken) => taken)
    if (isTaken) await this.#parts.taken(entry, errand).catch(() => undefined)
    this.#underWay.delete(id)
    if (isTaken && !this.#waiting.has(id)) this.#repeatLater(id)
    this.#sayNext()
  }

  #repeatLater(id: BriefId): void {
    this.#cancelRepeat(id)
    const entry = this.#parts.book.find(id)
    if (!entry || !this.#hasErrand(id)) return
    const sayings = this.#sayings.get(id) ?? 0
    this.#sayings.set(id, sayings + 1)
    const longest = this.#parts.isThere(entry.record.brief.to.id) ? repeatToSomebodyThereMs : longestRepeatMs
    const wait = Math.min(longest, firstRepeatMs * 2 ** sayings)
    this.#repeats.set(
      id,
      this.#parts.timers.after(wait, () => this.#queue(id)),
    )
  }

  #cancelRepeat(id: BriefId): void {
    this.#repeats.get(id)?.()
    this.#repeats.delete(id)
  }
}
