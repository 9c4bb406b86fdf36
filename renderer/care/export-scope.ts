import type { Callback } from '../../shared/callbacks/callback.ts'
import type { ExportTable } from '../../shared/care/export-format.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import type { Person, PersonKey } from '../../shared/people/person.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { aboutPerson, hasNumberOf } from './erasure-plan.ts'
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
  const calls = await database.calls.where('startedAt').between(from, to, true, false).toArray()
  const ids = new Set(calls.map(({ id }) => id))
  const notes = await database.notes.bulkGet([...ids])
  const named = await database.people.bulkGet(notes.map((note) => note?.person ?? ''))
  const people = new Set(named.flatMap((person) => (person ? [person.id] : [])))
  const numbers = new Set(calls.flatMap(({ party }, index) => (named[index] ? [] : [party.number])))
  const isIn = (at: number) => at >= from && at < to
  return keeping(ids, {
    people: ({ id, written, numbers: known }) => people.has(id) || [...written, ...known].some((number) => numbers.has(number)),
    callbacks: ({ callId, createdAt }) => isIn(createdAt) || (callId !== null && ids.has(callId)),
    briefs: ({ at }) => isIn(at),
  })
}

/** What an erasure would take, but for briefs about somebody else that only name them. */
async function ofPerson(database: SteadylineDatabase, key: PersonKey): Promise<Keeps> {
  const [person, about] = [await database.people.get(key), await aboutPerson(database, key)]
  const [callbacks, briefs] = [new Set(about?.callbacks), new Set(about?.briefs)]
  const isTheirs = person ? hasNumberOf(person) : () => false
  return keeping(new Set(about?.calls), {
    people: ({ id }) => id === key,
    callbacks: ({ id }) => callbacks.has(id),
    briefs: ({ brief: { id, caller } }) => briefs.has(id) && (caller.number === '' || isTheirs(caller.number)),
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
  }
  return (table, row) => by[table](row as never)
}
