import { liveQuery } from 'dexie'
import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { folded } from '../words/folded.ts'

/** A call with what was written about it; a missed call usually has no note. */
export interface NotedCall {
  readonly call: CallRecord
  readonly note: Note | null
}

export interface NoteStore {
  find(id: CallId): Promise<Result<Note | undefined, StorageFailure>>
  /** Resolves once the record is on the disk. */
  put(note: Note): Promise<Result<void, StorageFailure>>
  /** The newest calls that hold every word of `query` in note, name, number or disposition; `undefined` while loading. */
  watch(query: string, limit: number): Readable<readonly NotedCall[] | undefined>
}

export function createNoteStore(storage: Storage): NoteStore {
  return {
    find: (id) => storage.run((database) => database.notes.get(id)),
    put: (note) =>
      storage.run(async (database) => {
        await database.notes.put(note)
      }),
    watch: (query, limit) => {
      const found = writable<readonly NotedCall[] | undefined>(undefined)
      return {
        get: found.get,
        subscribe(listener) {
          const off = found.subscribe(listener)
          const query$ = liveQuery(() => storage.run((database) => newestMatching(database, query, limit)))
          const subscription = query$.subscribe((result) => {
            if (result.ok) found.set(result.value)
          })
          return () => {
            subscription.unsubscribe()
            off()
          }
        },
      }
    },
  }
}

async function newestMatching(database: SteadylineDatabase, query: string, limit: number): Promise<NotedCall[]> {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const matching: NotedCall[] = []
  await database.transaction('r', database.calls, database.notes, async () => {
    const notes = new Map((await database.notes.toArray()).map((note) => [note.id, note]))
    await database.calls
      .orderBy('startedAt')
      .reverse()
      .until(() => matching.length >= limit)
      .each((call) => {
        const note = notes.get(call.id) ?? null
        const text = folded([note?.text, note?.dispositionLabel, call.party.name, call.party.number].join(' '))
        if (words.every((word) => text.includes(word))) matching.push({ call, note })
      })
  })
  return matching
}
