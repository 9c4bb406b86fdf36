import type { Callback } from '../../shared/callbacks/callback.ts'
import type { ExportTable } from '../../shared/care/export-format.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Row } from './record-set.ts'

/** What an export is about; `to` is not in it any more. Wall clock, ms since 1970. */
export type Scope =
  | { readonly kind: 'everything' }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'person'; readonly person: PersonKey }

export type Keeps = (table: ExportTable, row: Row) => boolean

/** Which records are of the scope: its calls, and what belongs to them. */
export async function keepsOf(database: SteadylineDatabase, scope: Scope): Promise<Keeps> {
  if (scope.kind === 'everything') return () => true
  return scope.kind === 'range' ? inRange(database, scope.from, scope.to) : ofPerson(database, scope.person)
}

async function inRange(database: SteadylineDatabase, from: number, to: number): Promise<Keeps> {
  const calls = database.calls.where('startedAt').between(from, to, true, false)
  const ids = new Set(await calls.primaryKeys())
  const numbers = new Set((await calls.toArray()).map(({ party }) => party.number))
  const isIn = (at: number) => at >= from && at < to
  return keeping(ids, {
    people: ({ written, numbers: known }) => [...written, ...known].some((number) => numbers.has(number)),
    callbacks: ({ createdAt }) => isIn(createdAt),
    briefs: ({ at }) => isIn(at),
  })
}

async function ofPerson(database: SteadylineDatabase, id: PersonKey): Promise<Keeps> {
  const person = await database.people.get(id)
  const numbers = new Set([...(person?.written ?? []), ...(person?.numbers ?? [])].filter((number) => number !== ''))
  const [byNumber, byNote] = await Promise.all([
    database.calls
      .where('party.number')
      .anyOf([...numbers])
      .primaryKeys(),
    database.notes.where('person').equals(id).primaryKeys(),
  ])
  const others = await database.notes
    .where('id')
    .anyOf(byNumber)
    .filter((note) => note.person !== undefined && note.person !== id)
    .primaryKeys()
  const ids = new Set([...byNumber, ...byNote])
  for (const other of others) ids.delete(other)
  return keeping(ids, {
    people: (one) => one.id === id,
    callbacks: (callback) => numbers.has(callback.person.number),
    briefs: ({ brief }) => numbers.has(brief.caller.number),
  })
}

interface Own {
  readonly people: (person: Person) => boolean
  readonly callbacks: (callback: Callback) => boolean
  readonly briefs: (record: BriefRecord) => boolean
}

function keeping(calls: ReadonlySet<string>, own: Own): Keeps {
  const by: { readonly [Table in ExportTable]: (row: never) => boolean } = {
    ...own,
    calls: ({ id }: CallRecord) => calls.has(id),
    notes: ({ id }: Note) => calls.has(id),
    noteEdits: ({ noteId }: NoteEdit) => calls.has(noteId),
    incidents: ({ id }: Incident) => calls.has(id),
    callbacks: (callback: Callback) => own.callbacks(callback) || (callback.callId !== null && calls.has(callback.callId)),
  }
  return (table, row) => by[table](row as never)
}
