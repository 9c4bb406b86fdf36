import type { Settings } from '../../shared/settings/settings.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import type { Availability, Team } from '../../shared/transfer/team.ts'
import type { Clock } from '../clock.ts'
import { textOf } from './letters.ts'

/** How this person is, and since when. */
export class OwnPresence {
  readonly #clock: Clock
  #isOnCall = false
  #self: Team['self'] = 'available'
  #changedAt: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#changedAt = clock.now().mono
  }

  get self(): Team['self'] {
    return this.#self
  }

  /** Whether the team sees a difference. */
  setSelf(self: Team['self']): boolean {
    return this.#change(() => {
      this.#self = self
    })
  }

  setOnCall(isOnCall: boolean): boolean {
    return this.#change(() => {
      this.#isOnCall = isOnCall
    })
  }

  text(person: Colleague): string {
    const forMs = Math.max(0, Math.round(this.#clock.now().mono - this.#changedAt))
    return textOf({ v: 1, person, availability: this.#availability(), forMs })
  }

  #change(change: () => void): boolean {
    const before = this.#availability()
    change()
    if (this.#availability() === before) return false
    this.#changedAt = this.#clock.now().mono
    return true
  }

  #availability(): Availability {
    if (this.#self === 'away') return 'away'
    return this.#isOnCall ? 'onCall' : 'available'
  }
}

/** Left with the hub for the moment this person vanishes. */
export function willText(person: Colleague): string {
  return textOf({ v: 1, person, availability: 'offline', forMs: null })
}

/** This person as the team's others see them. */
export function ownColleague({ agentName, team: { user, role, topics, number } }: Settings): Colleague {
  return { id: user, name: agentName || user, role, topics, number }
}

export function takesBriefs({ role }: Colleague): boolean {
  return role !== 'agent'
}
