import type { PlaybookEntry, PlaybookFailure } from '../../shared/playbook/playbook-entry.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { StoredPlaybookDraft } from '../storage/database.ts'
import { newestOnly } from './newest-only.ts'
import type { PlaybookDraftStore } from './playbook-draft-store.ts'

export interface PlaybookDraftState {
  readonly text: string
  /** The file's text that `text` is a change of. */
  readonly base: string
  /** What somebody else wrote into the file since; null while nobody did. */
  readonly theirs: string | null
  /** Of the draft, on this computer. */
  readonly keeping: 'pending' | 'kept' | 'failed'
  readonly saving: 'idle' | 'saving' | 'saved'
}

/** The text of one playbook while it is being changed. What is typed is kept, whatever happens to the window. */
export interface PlaybookDraft {
  readonly state: Readable<PlaybookDraftState>
  write(text: string): void
  /** Null when the companion did not answer or somebody else's change waits to be decided on; the draft stays. */
  save(): Promise<Result<PlaybookEntry, PlaybookFailure> | null>
  /** The file as it is now. */
  found(text: string): void
  takeTheirs(): void
  keepMine(): void
  discard(): void
  /** Resolves when nothing is left to keep. */
  settled(): Promise<void>
}

interface PlaybookDraftParts {
  readonly file: string
  /** The file as it is now. */
  readonly text: string
  readonly stored: StoredPlaybookDraft | undefined
  readonly store: Pick<PlaybookDraftStore, 'put' | 'remove'>
  readonly save: (text: string) => Promise<Result<PlaybookEntry, PlaybookFailure> | null>
}

export function createPlaybookDraft({ file, text: inFile, stored, store, save }: PlaybookDraftParts): PlaybookDraft {
  const state = writable<PlaybookDraftState>({
    text: stored?.text ?? inFile,
    base: stored?.base ?? inFile,
    theirs: null,
    keeping: 'kept',
    saving: 'idle',
  })
  let beingSaved: string | null = null
  const keeping = newestOnly(async ({ text, base }: Pick<PlaybookDraftState, 'text' | 'base'>) => {
    const kept = text === base ? await store.remove(file) : await store.put({ file, text, base })
    if (state.get().text === text) change({ keeping: kept.ok ? 'kept' : 'failed' })
  })

  function change(part: Partial<PlaybookDraftState>): void {
    state.set({ ...state.get(), ...part })
  }

  function move(part: Partial<Pick<PlaybookDraftState, 'text' | 'base' | 'theirs' | 'saving'>>): void {
    change({ saving: 'idle', ...part, keeping: 'pending' })
    keeping.give(state.get())
  }

  function found(text: string): void {
    const { base, theirs, text: mine } = state.get()
    if (text === beingSaved || text === (theirs ?? base)) return
    if (text === mine || mine === base) move({ text, base: text, theirs: null })
    else change({ theirs: text === base ? null : text })
  }

  found(inFile)
  return {
    state,
    found,
    write(text) {
      if (text !== state.get().text) move({ text })
    },
    async save() {
      const { text, theirs } = state.get()
      if (theirs !== null || beingSaved !== null) return null
      beingSaved = text
      change({ saving: 'saving' })
      const saved = await save(text).finally(() => {
        beingSaved = null
      })
      if (saved?.ok) move({ base: text, saving: 'saved' })
      else change({ saving: 'idle' })
      return saved
    },
    takeTheirs() {
      const { theirs } = state.get()
      if (theirs !== null) move({ text: theirs, base: theirs, theirs: null })
    },
    keepMine() {
      const { theirs } = state.get()
      if (theirs !== null) move({ base: theirs, theirs: null })
    },
    discard() {
      const { base, theirs } = state.get()
      move({ text: theirs ?? base, base: theirs ?? base, theirs: null })
    },
    settled: keeping.settled,
  }
}
