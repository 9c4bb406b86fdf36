import type { PersonId } from '../../shared/transfer/colleague.ts'
import { mayPublish, parseTopic, presenceTopic } from '../../shared/transfer/team-topics.ts'

const prefix = 'steadyline-'

/**
 * Whose session a client id names, or null: `steadyline-<user>`, or `steadyline-<user>-<anything>` for one of several machines.
 *
 * Of members `ana` and `ana-maria` the longer name that fits is meant, so that neither can name a session of the other.
 */
export function ownerOf(clientId: string, members: readonly PersonId[]): PersonId | null {
  const fitting = members.filter((user) => clientId === prefix + user || clientId.startsWith(`${prefix}${user}-`))
  return fitting.reduce<PersonId | null>((longest, user) => (user.length > (longest?.length ?? 0) ? user : longest), null)
}

/** The hub remembers nothing of a person but their presence: what lies in an inbox is for its owner alone, once. */
export function maySay(person: PersonId, { topic, retain }: { readonly topic: string; readonly retain: boolean }): boolean {
  return mayPublish(person, topic) && (!retain || topic === presenceTopic(person))
}

/** Asked again for every message that leaves: what once lay in the wrong queue does not come out of it. */
export function mayHear(person: PersonId, topic: string): boolean {
  const parsed = parseTopic(topic)
  return parsed !== null && (parsed.kind === 'presence' || parsed.to === person)
}
