import { type Readable, writable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'

/** Milliseconds of quiet after which what was typed is written down. */
export const autosavePause = 300

/**
 * UTF-16 units that an editor takes.
 *
 * The text field sets the whole paragraph anew at each key: one of 100,000 takes about 80 ms, one of 200,000 half a second.
 */
export const longestNote = 100_000

/** The same of a note that came from elsewhere: whatever is in it, a record of it is one that the second copy takes. */
export const longestRecord = 1_000_000
const longestWritten = 1_800_000

export interface AutosaveState {
  readonly text: string
  /** `saved` only once the record is on the disk and in the second copy, `here` while the second copy has to wait. */
  readonly saving: 'untouched' | 'pending' | 'here' | 'saved' | 'failed' | 'tooLong'
  /** Wall clock, ms since 1970, of the last save that reached the disk. */
  readonly savedAt: number | null
}

export type SaveText = (text: string, now: number) => Promise<Result<unknown, unknown>>

/** A text that is written down at every pause. */
export interface Autosave {
  readonly state: Readable<AutosaveState>
  write(text: string): void
  /** Saves what is pending now; true when it is on the disk. */
  flush(): Promise<boolean>
  /** Saves it now, in this way; true when it is on the disk. */
  save(write: SaveText): Promise<boolean>
}

interface AutosaveParts {
  readonly saveText: SaveText
  copied(late: () => void): Promise<void>
  readonly wallNow: () => number
}

export function createAutosave(initial: AutosaveState, { saveText, copied, wallNow }: AutosaveParts): Autosave {
  const state = writable(initial)
  let pause: ReturnType<typeof setTimeout> | undefined
  let lastWrite: Promise<unknown> = Promise.resolve()
  let puts = 0

  async function save(write: SaveText): Promise<boolean> {
    clearTimeout(pause)
    puts += 1
    const thisPut = puts
    const { text } = state.get()
    if (isTooLong(text)) {
      state.set({ ...state.get(), saving: 'tooLong' })
      return false
    }
    const now = wallNow()
    const written = lastWrite.then(() => write(text, now))
    lastWrite = written
    const { ok } = await written
    if (ok)
      await copiedOrLate((saving) => {
        const isStillSo = state.get().text === text && thisPut === puts
        if (isStillSo) state.set({ text, saving, savedAt: now })
      })
    else state.set({ ...state.get(), saving: 'failed' })
    return ok
  }

  /** Resolves when the second copy has it, or is known to get it later; says that it has it even then. */
  function copiedOrLate(say: (saving: 'here' | 'saved') => void): Promise<void> {
    return new Promise((resolve) => {
      const settle = (saving: 'here' | 'saved') => {
        say(saving)
        resolve()
      }
      void copied(() => settle('here')).then(() => settle('saved'))
    })
  }

  if (initial.saving === 'here')
    void copiedOrLate((saving) => {
      if (puts === 0 && state.get().saving === 'here') state.set({ ...state.get(), saving })
    })

  return {
    state,
    write(text) {
      if (text === state.get().text) return
      state.set({ ...state.get(), text, saving: 'pending' })
      clearTimeout(pause)
      pause = setTimeout(() => void save(saveText), autosavePause)
    },
    async flush() {
      const { saving } = state.get()
      return saving === 'untouched' || saving === 'here' || saving === 'saved' ? true : save(saveText)
    },
    save,
  }
}

/** What JSON escapes takes up to six times its length there. */
export function isTooLong(text: string): boolean {
  return text.length > longestRecord || (text.length * 6 > longestWritten && JSON.stringify(text).length > longestWritten)
}
