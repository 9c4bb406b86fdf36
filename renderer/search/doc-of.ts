import { wasAnswered } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { openPromisesIn } from '../../shared/notes/promises-in-note.ts'
import { isHard } from '../../shared/people/one-time-or-pattern.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Flag, SearchDoc } from './search-doc.ts'

/** What is searched of a call; a call without a chosen disposition is found by how the line ended. */
export function docOf(call: CallRecord, note: Note | null, person: Person | null): SearchDoc {
  const outcome = note?.handling?.outcome
  const chosen = [note?.disposition, note?.dispositionLabel]
  const ending = wasAnswered(call) ? [] : [call.endCause]
  return {
    id: call.id,
    at: call.startedAt,
    changedAt: note?.updatedAt ?? call.startedAt,
    names: unlike([call.party.name, person?.name]),
    numbers: unlike([call.party.number, ...(person?.numbers ?? [])]),
    texts: written([note?.text, note?.learning, outcome?.agreed, note?.dispositionLabel]),
    kind: note?.handling?.kind ?? null,
    dispositions: unlike(note?.disposition ? chosen : ending),
    tags: outcome?.tags ?? [],
    flags: flagsOf(note),
  }
}

function flagsOf(note: Note | null): readonly Flag[] {
  const hard: readonly Flag[] = isHard(note) ? ['hard'] : []
  const open: readonly Flag[] = openPromisesIn(note?.text ?? '').length > 0 ? ['open'] : []
  const learned: readonly Flag[] = note?.learning ? ['learned'] : []
  return [...hard, ...open, ...learned]
}

function unlike(texts: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(written(texts))]
}

function written(texts: readonly (string | null | undefined)[]): readonly string[] {
  return texts.filter((text) => typeof text === 'string' && text !== '') as readonly string[]
}
