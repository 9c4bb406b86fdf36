import type { CallId } from '../../shared/call/call.ts'
import type { Note } from '../../shared/notes/note.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'

type ChangedParts = Partial<Pick<Note, 'text' | 'handling'>>

/** What somebody may change of a note that is already a record; made from the note as the store has it, where it depends on that. */
export type NoteChange = ChangedParts | ((before: Note) => ChangedParts)

/** A note and how it read before each change, oldest first. */
export interface NoteWithEdits {
  readonly note: Note | null
  readonly edits: readonly NoteEdit[]
}

/** What comes after a note was saved: its changes, each with the version before. */
export interface NoteHistory {
  /**
   * Resolves once the change is on the disk, with its time; null when the note is gone.
   *
   * The version before is kept with it, unless that is what the change at `after` made: changes that belong together keep one.
   */
  change(id: CallId, change: NoteChange, after: number | null, now: number): Promise<Result<number | null, StorageFailure>>
  /** Resolves once everything changed so far is in the second copy too; `late` is called when that takes long or cannot be now. */
  copied(late: () => void): Promise<void>
  /** `undefined` while loading. */
  watch(id: CallId): Readable<NoteWithEdits | undefined>
  /** The notes changed last, latest first. */
  recent(limit: number): Promise<Result<readonly Note[], StorageFailure>>
}

export function createNoteHistory(storage: Storage, copied: NoteHistory['copied']): NoteHistory {
  return {
    copied,
    change: (id, change, after, now) => storage.run((database) => changed(database, id, change, after, now)),
    watch: (id) =>
      watched<NoteWithEdits | undefined>(storage, undefined, ({ notes, noteEdits }) =>
        notes.db.transaction('r', notes, noteEdits, async () => ({
          note: (await notes.get(id)) ?? null,
          edits: await noteEdits.where('noteId').equals(id).sortBy('replacedAt'),
        })),
      ),
    recent: (limit) => storage.run(({ notes }) => notes.orderBy('updatedAt').reverse().limit(limit).toArray()),
  }
}

/** A clock that was set back must not let two versions take the same place, or swap them. */
function changed(
  { notes, noteEdits }: SteadylineDatabase,
  id: CallId,
  change: NoteChange,
  after: number | null,
  now: number,
): Promise<number | null> {
  return notes.db.transaction('rw', notes, noteEdits, async () => {
    const before = await notes.get(id)
    if (before === undefined) return null
    const updatedAt = Math.max(now, before.updatedAt + 1)
    await notes.put({ ...before, ...(typeof change === 'function' ? change(before) : change), updatedAt })
    if (before.updatedAt !== after) await noteEdits.add({ id: `${id} ${updatedAt}`, noteId: id, replacedAt: updatedAt, before })
    return updatedAt
  })
}
