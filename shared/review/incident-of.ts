import type { Incident } from '../notes/incident.ts'
import type { Note } from '../notes/note.ts'

/** What a finished note says of boundaries, nobody being told of it yet; null where none was set, and in practice. */
export function incidentOf({ id, state, handling, practice }: Note): Incident | null {
  if (state !== 'saved' || practice || !handling) return null
  const stood = handling.ladder.flatMap(({ rung, at }) => (rung === null ? [] : [{ rung, at }]))
  const first = stood[0]
  return first ? { id, at: first.at, rungs: [...new Set(stood.map(({ rung }) => rung))], reported: null } : null
}
