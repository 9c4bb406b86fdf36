import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'
import { searchFor } from '../words/search-for.ts'

/** A call with what was written about it; a missed call usually has no note. */
export interface NotedCall {
  readonly call: CallRecord
  readonly note: Note | null
}

export interface NoteStore {
  find(id: CallId): Promise<Result<Note | undefined, StorageFailure>>
  /** Resolves once the record is on the disk. */
  put(note: Note): Promise<Result<void, StorageFailure>>
  /** Resolves once everything put so far is in the second copy too; `late` is called when that takes long or cannot be now. */
  copied(late: () => void): Promise<void>
  /** The newest calls that hold every word of `query` in note, name, number or disposition; `undefined` while loading. */
  watch(query: string, limit: number): Readable<readonly NotedCall[] | undefined>
}

export function createNoteStore(storage: Storage, copied: NoteStore['copied']): NoteStore {
  return {
    copied,
    find: (id) => storage.run((database) => database.notes.get(id)),
    put: (note) =>
      storage.run(async (database) => {
        await database.notes.put(note)
      }),
    watch: (query, limit) =>
      watched<readonly NotedCall[] | undefined>(storage, undefined, (database) => newestMatching(database, query, limit)),
  }
}

async function newestMatching(database: SteadylineDatabase, query: string, limit: number): Promise<NotedCall[]> {
  const holds = searchFor(query)
  const matching: NotedCall[] = []
  await database.transaction('r', database.calls, database.notes, async () => {
    const notes = new Map((await database.notes.toArray()).map((note) => [note.id, note]))
    await database.calls
      .orderBy('startedAt')
      .reverse()
      .until(() => matching.length >= limit)
      .each((call) => {
        const note = notes.get(call.id) ?? null
        if (holds(note?.text, note?.dispositionLabel, call.party.name, call.party.number)) matching.push({ call, note })
      })
  })
  return matching
}
