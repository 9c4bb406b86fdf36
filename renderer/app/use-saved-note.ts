import { useEffect, useRef, useState } from 'react'
import type { CallId } from '../../shared/call/call.ts'
import type { Note } from '../../shared/notes/note.ts'
import { writable } from '../../shared/readable.ts'
import type { AutosaveState } from '../notes/autosave.ts'
import type { NoteHistory, NoteWithEdits } from '../notes/note-history.ts'
import { createNoteSitting, type NoteSitting } from '../notes/note-sitting.ts'
import type { NotedCall, NoteStore } from '../notes/note-store.ts'
import { useReadable } from '../ui/use-readable.ts'
import { inTurn } from './in-turn.ts'
import { watching } from './use-agenda.ts'

export interface SavedNote extends NoteWithEdits {
  /** As it reads now, saved or not. */
  readonly text: string
  readonly saving: AutosaveState
  /** Null while nothing is changed. */
  readonly sitting: NoteSitting | null
  /** All that is changed from here on counts as one edit. */
  readonly sitDown: () => NoteSitting | null
  /** Changes the words in the edit under way, or begins one; undefined where the note can only be read. */
  readonly change: ((changed: (text: string) => string) => void) | undefined
  readonly standUp: () => void
  readonly tags: readonly string[]
  /** Undefined where the note can only be read, and where it is older than tags. */
  readonly retag: ((tags: readonly string[]) => void) | undefined
}

const nothing = writable<AutosaveState>({ text: '', saving: 'untouched', savedAt: null })

/** A note that is a record, with what is being changed of it. */
export function useSavedNote(notes: NoteStore, { call, note: known }: NotedCall): SavedNote {
  const { history, found } = useHistory(notes, call.id)
  const [sitting, setSitting] = useState<NoteSitting | null>(null)
  /** Two changes may come before either is drawn. */
  const latest = useRef<NoteSitting | null>(null)
  /** When the tags were changed last: what is changed next counts as the same edit. */
  const retaggedAt = useRef<number | null>(null)
  const [oneByOne] = useState(inTurn)
  const saving = useReadable(sitting?.state ?? nothing)
  const { note, edits } = found ?? { note: known, edits: [] }
  const { id } = call
  useEffect(() => () => void sitting?.flush(), [sitting])
  const take = (next: NoteSitting | null) => {
    latest.current = next
    setSitting(next)
    return next
  }
  const words = () => latest.current?.state.get().text ?? note?.text ?? ''
  const sitDown = () => (history && note ? take(createNoteSitting(history, { ...note, text: words() })) : null)
  const change = (changed: (text: string) => string) => {
    const now = latest.current ?? sitDown()
    now?.write(changed(words()))
    void now?.flush()
  }
  const tags = note?.handling?.outcome.tags ?? []
  const retag = (next: readonly string[]) => {
    const [added, removed] = [except(next, tags), except(tags, next)]
    if (added.length + removed.length === 0) return
    void oneByOne(async () => {
      const changed = await history?.change(id, (before) => retagged(before, added, removed), retaggedAt.current, Date.now())
      if (changed?.ok) retaggedAt.current = changed.value
    })
  }
  return {
    ...{ note, edits, saving, sitting, sitDown, tags },
    retag: history && note?.state === 'saved' && note.handling ? retag : undefined,
    text: sitting ? saving.text : (note?.text ?? ''),
    change: history && note?.state === 'saved' ? change : undefined,
    standUp() {
      retaggedAt.current = null
      take(null)
    },
  }
}

/** Two may be pressed before either is drawn. */
function retagged({ handling }: Note, added: readonly string[], removed: readonly string[]): Partial<Pick<Note, 'handling'>> {
  if (handling === null) return {}
  const { outcome } = handling
  const tags = [...except(outcome.tags, [...added, ...removed]), ...added]
  return { handling: { ...handling, outcome: { ...outcome, tags } } }
}

function except(ones: readonly string[], others: readonly string[]): readonly string[] {
  return ones.filter((one) => !others.includes(one))
}

interface Found {
  readonly history?: NoteHistory
  readonly found?: NoteWithEdits | undefined
}

function useHistory(notes: NoteStore, id: CallId): Found {
  const [state, setState] = useState<Found>({})
  useEffect(() => {
    let off: (() => void) | undefined
    let isWanted = true
    void notes.history().then((history) => {
      if (isWanted) off = watching(history.watch(id), (found) => setState({ history, found }))
    })
    return () => {
      isWanted = false
      off?.()
    }
  }, [notes, id])
  return state
}
