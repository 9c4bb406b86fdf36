import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { Person } from '../../shared/people/person.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'

/** One day as it is in the store, its calls oldest first. */
export interface ReviewedDay {
  readonly calls: readonly DayCall[]
  readonly incidents: readonly Incident[]
  /** Promised in one of the calls. */
  readonly promised: readonly Callback[]
  readonly due: readonly Callback[]
}

export interface ReviewedCall extends DayCall {
  readonly incident: Incident | null
  /** Calls it belongs with, newest first. */
  readonly linked: readonly DayCall[]
  /** Who is filed as the other side, by what the agent said or by the number. */
  readonly person: Person | null
}

export interface FollowedIncident extends DayCall {
  readonly incident: Incident
}
