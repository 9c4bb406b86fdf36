import type { CallId } from '../call/call.ts'
import type { Note } from './note.ts'

/** A saved note as it stood before somebody changed it. */
export interface NoteEdit {
  /** The note's id, a blank, and `replacedAt`: later edits of one note sort behind earlier ones. */
  readonly id: string
  readonly noteId: CallId
  /** Wall clock, ms since 1970. */
  readonly replacedAt: number
  readonly before: Note
}
