import type { Suggestion } from '../../shared/transfer/ranking.ts'

/** The same people where they stood, with what is new about them; newcomers come last, so that no row moves under a finger. */
export function stillOrder(before: readonly string[], now: readonly Suggestion[]): readonly Suggestion[] {
  const known = new Map(now.map((suggestion) => [suggestion.person.id, suggestion]))
  const stayed = before.flatMap((id) => known.get(id) ?? [])
  const ids = new Set(before)
  return [...stayed, ...now.filter(({ person }) => !ids.has(person.id))]
}
