import type { Readable } from '../../shared/readable.ts'
import type { Colleague } from '../../shared/transfer/colleague.ts'
import { useReadable } from '../ui/use-readable.ts'
import type { Mirror } from './steadyline.ts'

/** Everybody known by a hub or by the directory, each once, by name. */
export function usePeople(mirror: Readable<Mirror>): readonly Colleague[] {
  const { team, settings } = useReadable(mirror)
  const known = new Map([...settings.directory, ...team.people.map(({ person }) => person)].map((person) => [person.id, person]))
  return [...known.values()].toSorted((one, other) => one.name.localeCompare(other.name))
}
