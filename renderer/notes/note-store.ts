import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import { incidentOf } from '../../shared/review/incident-of.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'
import type { NoteHistory } from './note-history.ts'

/** A call with what was written about it; a missed call usually has no note. */
export interface NotedCall {
  readonly call: CallRecord
  readonly note: Note | null
}

export interface NewestCalls {
  readonly calls: readonly NotedCall[]
  /** How many there are of all. */
  readonly total: number
}

export interface NoteStore {
  find(id: CallId): Promise<Result<Note | undefined, StorageFailure>>
  /** Resolves once the record is on the disk; what it does not say, such as whose call it was, stays as it was. */
  put(note: Note): Promise<Result<void, StorageFailure>>
  /** What comes after a note was saved; loaded by the first question. */
  history(): Promise<NoteHistory>
  /** Resolves once everything put so far is in the second copy too; `late` is called when that takes long or cannot be now. */
  copied(late: () => void): Promise<void>
  /** The newest calls, with or without a note; `undefined` while loading. */
  watchNewest(limit: number): Readable<NewestCalls | undefined>
  /** The newest calls with a number; `undefined` while loading. */
  watchWith(number: string, limit: number): Readable<readonly NotedCall[] | undefined>
}

export function createNoteStore(storage: Storage, copied: NoteStore['copied']): NoteStore {
  return {
    copied,
    find: (id) => storage.run((database) => database.notes.get(id)),
    put: (note) =>
      storage.run(({ notes, incidents }) =>
        notes.db.transaction('rw', notes, incidents, async () => {
          await notes.put({ ...(await notes.get(note.id)), ...note })
          const incident = incidentOf(note)
          if (incident) await incidents.put({ ...incident, reported: (await incidents.get(note.id))?.reported ?? null })
        }),
      ),
    history: async () => (await import('./note-history.ts')).createNoteHistory(storage, copied),
    watchNewest: (limit) => watched<NewestCalls | undefined>(storage, undefined, (database) => newest(database, limit)),
    watchWith: (number, limit) =>
      watched<readonly NotedCall[] | undefined>(storage, undefined, (database) => newestWith(database, number, limit)),
  }
}

function newest(database: SteadylineDatabase, limit: number): Promise<NewestCalls> {
  const { calls, notes } = database
  return database.transaction('r', calls, notes, async () => {
    const found = await calls.orderBy('startedAt').reverse().limit(limit).toArray()
    return { calls: await withNotes(database, found), total: await calls.count() }
  })
}

function newestWith(database: SteadylineDatabase, number: string, limit: number): Promise<readonly NotedCall[]> {
  return database.transaction('r', database.calls, database.notes, async () => {
    const found = await database.calls.where('party.number').equals(number).reverse().sortBy('startedAt')
    return withNotes(database, found.slice(0, limit))
  })
}

async function withNotes(database: SteadylineDatabase, calls: readonly CallRecord[]): Promise<readonly NotedCall[]> {
  const written = await database.notes.bulkGet(calls.map(({ id }) => id))
  return calls.map((call, index) => ({ call, note: written[index] ?? null }))
}
