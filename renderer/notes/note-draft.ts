import { type Call, isPractice } from '../../shared/call/call.ts'
import type { Handling, Note } from '../../shared/notes/note.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import type { NoteStore } from './note-store.ts'

/** Milliseconds of quiet after which what was typed is written down. */
export const autosavePause = 300

export interface NoteDraftState {
  readonly text: string
  /** `saved` only once the record is on the disk and in the second copy, `here` while the second copy has to wait. */
  readonly saving: 'untouched' | 'pending' | 'here' | 'saved' | 'failed'
  /** Wall clock, ms since 1970, of the last save that reached the disk. */
  readonly savedAt: number | null
}

/** The note of one call while it is being written. */
export interface NoteDraft {
  readonly state: Readable<NoteDraftState>
  write(text: string): void
  /** Saves what is pending now, as a draft; true when it is on the disk. */
  flush(): Promise<boolean>
  /** Makes it a record; true when it is on the disk. */
  finish(disposition: { readonly id: string; readonly label: string }, handling: Handling): Promise<boolean>
}

export function createNoteDraft(
  store: Pick<NoteStore, 'put' | 'copied'>,
  call: Call,
  stored: Note | undefined,
  wallNow: () => number = Date.now,
): NoteDraft {
  const state = writable<NoteDraftState>({
    text: stored?.text ?? '',
    saving: stored ? 'here' : 'untouched',
    savedAt: stored?.updatedAt ?? null,
  })
  const createdAt = stored?.createdAt ?? wallNow()
  let pause: ReturnType<typeof setTimeout> | undefined
  let lastWrite: Promise<unknown> = Promise.resolve()
  let puts = 0

  async function put(ending: Pick<Note, 'state' | 'disposition' | 'dispositionLabel' | 'handling'>): Promise<boolean> {
    clearTimeout(pause)
    puts += 1
    const thisPut = puts
    const { text } = state.get()
    const now = wallNow()
    const note: Note = { id: call.id, text, ...ending, practice: isPractice(call), createdAt, updatedAt: now }
    const write = lastWrite.then(() => store.put(note))
    lastWrite = write
    const result = await write
    if (result.ok)
      await copiedOrLate((saving) => {
        const isStillSo = state.get().text === text && thisPut === puts
        if (isStillSo) state.set({ text, saving, savedAt: now })
      })
    else state.set({ ...state.get(), saving: 'failed' })
    return result.ok
  }

  /** Resolves when the second copy has it, or is known to get it later; says that it has it even then. */
  function copiedOrLate(say: (saving: 'here' | 'saved') => void): Promise<void> {
    return new Promise((resolve) => {
      const settle = (saving: 'here' | 'saved') => {
        say(saving)
        resolve()
      }
      void store.copied(() => settle('here')).then(() => settle('saved'))
    })
  }

  if (stored)
    void copiedOrLate((saving) => {
      if (puts === 0 && state.get().saving === 'here') state.set({ ...state.get(), saving })
    })

  const putDraft = () => put({ state: 'draft', disposition: null, dispositionLabel: null, handling: null })

  return {
    state,
    write(text) {
      if (text === state.get().text) return
      state.set({ ...state.get(), text, saving: 'pending' })
      clearTimeout(pause)
      pause = setTimeout(putDraft, autosavePause)
    },
    async flush() {
      return state.get().saving === 'pending' || state.get().saving === 'failed' ? putDraft() : true
    },
    finish: ({ id, label }, handling) => put({ state: 'saved', disposition: id, dispositionLabel: label, handling }),
  }
}
