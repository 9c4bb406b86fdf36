import type { Note } from '../../shared/notes/note.ts'
import { writable } from '../../shared/readable.ts'
import { success } from '../../shared/result.ts'
import type { NoteHistory } from './note-history.ts'

/** For tests: notes that are there and cannot be changed. */
export function fakeNoteHistory(notes: readonly Note[]): NoteHistory {
  return {
    copied: async () => undefined,
    change: async () => success(null),
    watch: (id) => writable({ note: notes.find((note) => note.id === id) ?? null, edits: [] }),
    recent: async (limit) => success(notes.slice(0, limit)),
  }
}
