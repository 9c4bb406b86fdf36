import { wasAnswered } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { isHard } from '../../shared/people/one-time-or-pattern.ts'
import type { SearchDoc } from './search-doc.ts'

/** What is searched of a call; a call without a chosen disposition is found by how the line ended. */
export function docOf(call: CallRecord, note: Note | null): SearchDoc {
  const outcome = note?.handling?.outcome
  const chosen = [note?.disposition, note?.dispositionLabel]
  const ending = wasAnswered(call) ? [] : [call.endCause]
  return {
    id: call.id,
    at: call.startedAt,
    changedAt: note?.updatedAt ?? call.startedAt,
    name: call.party.name,
    number: call.party.number,
    texts: written([note?.text, outcome?.agreed, note?.dispositionLabel]),
    kind: note?.handling?.kind ?? null,
    dispositions: [...new Set(written(note?.disposition ? chosen : ending))],
    tags: outcome?.tags ?? [],
    hard: isHard(note),
  }
}

function written(texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.filter((text) => typeof text === 'string' && text !== '') as readonly string[]
}
