import type { Colleague } from './colleague.ts'
import type { Availability, Presence } from './team.ts'
import { type Attempt, hasFailed } from './transfer-record.ts'

/** Somebody the caller could be handed to; `unknown` where no hub tells of them, so that only the phone reaches them. */
export interface Suggestion extends Omit<Presence, 'availability'> {
  readonly availability: Availability | 'unknown'
  /** Asked earlier in this call, without success. */
  readonly wasTried: boolean
  readonly knowsTopic: boolean
}

const reach: Readonly<Record<Suggestion['availability'], number>> = {
  available: 0,
  onCall: 1,
  away: 1,
  unknown: 2,
  offline: 2,
}
const authority: Readonly<Record<Colleague['role'], number>> = { manager: 0, expert: 1, agent: 2 }

/**
 * Everybody, the best to ask first.
 *
 * Who was already asked in vain comes last, then counts who can answer now: the caller waits. Among equals a manager, then
 * an expert of the topic, then any expert.
 */
export function suggestions(
  people: readonly Presence[],
  directory: readonly Colleague[],
  topic: string,
  attempts: readonly Attempt[],
): readonly Suggestion[] {
  const tried = new Set(attempts.filter(({ result }) => hasFailed(result)).map(({ to }) => to.id))
  const told = new Set(people.map(({ person }) => person.id))
  const byHand = directory
    .filter(({ id }) => !told.has(id))
    .map((person) => ({ person, availability: 'unknown', since: null, seenAt: null }) as const)
  return [...people, ...byHand]
    .map((known) => ({
      ...known,
      wasTried: tried.has(known.person.id),
      knowsTopic: knows(known.person, topic),
    }))
    .toSorted(
      (one, other) =>
        Number(one.wasTried) - Number(other.wasTried) ||
        reach[one.availability] - reach[other.availability] ||
        authority[one.person.role] - authority[other.person.role] ||
        Number(other.knowsTopic) - Number(one.knowsTopic) ||
        compared(one.person.name, other.person.name) ||
        compared(one.person.id, other.person.id),
    )
}

/** Free words of the call hold the topic, or the other way round. */
function knows({ topics }: Colleague, topic: string): boolean {
  const about = topic.trim().toLowerCase()
  if (about === '') return false
  return topics.some((known) => {
    const own = known.trim().toLowerCase()
    return own !== '' && (own.includes(about) || about.includes(own))
  })
}

function compared(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
