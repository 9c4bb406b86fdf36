import type { PersonId } from '../../shared/transfer/colleague.ts'
import type { Presence } from '../../shared/transfer/team.ts'
import type { PresenceMessage } from '../../shared/transfer/team-messages.ts'
import type { Clock } from '../clock.ts'

/** Milliseconds without a heartbeat after which nobody is believed to be there. */
export const silence = 65_000

const mostPeople = 2000
/** Two tellings of one moment differ by the way they took. */
const sameMomentMs = 2_000

interface Known {
  readonly presence: Presence
  /** When they were last heard from, or last looked for; monotonic. */
  readonly heardAt: number
}

/** Who takes briefs, and how they are, by what the hub tells; all ages are counted on this machine's clock. */
export class PresenceBoard {
  readonly #clock: Clock
  readonly #people = new Map<PersonId, Known>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  people(): readonly Presence[] {
    return [...this.#people.values()]
      .map(({ presence }) => presence)
      .sort((one, other) => (one.person.id < other.person.id ? -1 : 1))
  }

  isThere(person: PersonId): boolean {
    const availability = this.#people.get(person)?.presence.availability
    return availability !== undefined && availability !== 'offline'
  }

  /** A heartbeat, a change or a Last Will; `isRetained` is the hub's memory of one of them. */
  heard({ person, availability, forMs }: PresenceMessage, isRetained: boolean): void {
    const known = this.#people.get(person.id)?.presence
    if (!known && this.#people.size >= mostPeople) return
    const { wall, mono } = this.#clock.now()
    const isSame = known?.availability === availability
    const said = isRetained ? null : wall - (forMs ?? 0)
    const since = isSame && isStill(known.since, said) ? known.since : said
    const isTheirVoice = !isRetained && forMs !== null
    const seenAt = isTheirVoice ? wall : (known?.seenAt ?? null)
    this.#people.set(person.id, { presence: { person, availability, since, seenAt }, heardAt: mono })
  }

  /** The hub has no such person any more. */
  left(person: PersonId): void {
    this.#people.delete(person)
  }

  /** The line is up again: nobody could be heard before. */
  listen(): void {
    const { mono } = this.#clock.now()
    for (const [id, known] of this.#people) this.#people.set(id, { ...known, heardAt: mono })
  }

  /** Whoever was silent for too long is offline: a hub that was killed publishes no Last Will. */
  missTheSilent(): void {
    const { wall, mono } = this.#clock.now()
    for (const [id, { presence, heardAt }] of this.#people) {
      if (presence.availability === 'offline' || mono - heardAt < silence) continue
      this.#people.set(id, { presence: { ...presence, availability: 'offline', since: wall }, heardAt })
    }
  }

  clear(): void {
    this.#people.clear()
  }
}

function isStill(known: number | null, said: number | null): boolean {
  return said === null || (known !== null && Math.abs(known - said) < sameMomentMs)
}
