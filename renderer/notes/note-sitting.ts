import type { Note } from '../../shared/notes/note.ts'
import { failed } from '../../shared/result.ts'
import { type Autosave, createAutosave } from './autosave.ts'
import type { NoteHistory } from './note-history.ts'

/** A saved note while somebody changes it: all that is changed until it is closed counts as one edit. */
export type NoteSitting = Pick<Autosave, 'state' | 'write' | 'flush'>

export function createNoteSitting(
  history: Pick<NoteHistory, 'change' | 'copied'>,
  note: Pick<Note, 'id' | 'text' | 'updatedAt'>,
  wallNow: () => number = Date.now,
): NoteSitting {
  let ours: number | null = null
  const { state, write, flush } = createAutosave(
    { text: note.text, saving: 'untouched', savedAt: null },
    {
      async saveText(text, now) {
        const changed = await history.change(note.id, { text }, ours, now)
        if (!changed.ok) return changed
        ours = changed.value
        return ours === null ? failed({ kind: 'note.gone' }) : changed
      },
      copied: history.copied,
      wallNow,
    },
  )
  return { state, write, flush }
}
