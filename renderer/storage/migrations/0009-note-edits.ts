import type { Dexie } from 'dexie'

/** What a saved note said before it was changed. */
export function noteEdits(database: Dexie): void {
  database.version(9).stores({ noteEdits: 'id, noteId' })
}
