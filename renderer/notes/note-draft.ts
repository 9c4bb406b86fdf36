import { type Call, isPractice } from '../../shared/call/call.ts'
import type { Handling, Note } from '../../shared/notes/note.ts'
import { type Autosave, createAutosave, type SaveText } from './autosave.ts'
import type { NoteStore } from './note-store.ts'

/** The note of one call while it is being written; `flush` keeps it as a draft. */
export interface NoteDraft extends Pick<Autosave, 'state' | 'write' | 'flush'> {
  /** Makes it a record; true when it is on the disk. */
  finish(disposition: { readonly id: string; readonly label: string }, handling: Handling): Promise<boolean>
}

export function createNoteDraft(
  store: Pick<NoteStore, 'put' | 'copied'>,
  call: Call,
  stored: Note | undefined,
  wallNow: () => number = Date.now,
): NoteDraft {
  const createdAt = stored?.createdAt ?? wallNow()

  const putWith =
    (ending: Pick<Note, 'state' | 'disposition' | 'dispositionLabel' | 'handling'>): SaveText =>
    (text, now) =>
      store.put({ id: call.id, text, ...ending, practice: isPractice(call), createdAt, updatedAt: now })

  const { state, write, flush, save } = createAutosave(
    { text: stored?.text ?? '', saving: stored ? 'here' : 'untouched', savedAt: stored?.updatedAt ?? null },
    {
      saveText: putWith({ state: 'draft', disposition: null, dispositionLabel: null, handling: null }),
      copied: store.copied,
      wallNow,
    },
  )
  return {
    ...{ state, write, flush },
    finish: ({ id, label }, handling) => save(putWith({ state: 'saved', disposition: id, dispositionLabel: label, handling })),
  }
}
