import { type FileHandle, mkdir, open, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Seal } from './journal-seal.ts'

/** How far a journal had come. */
export interface Reached {
  /** Its id. */
  readonly journal: string
  /** Number of its last entry that was acknowledged. */
  readonly last: number
}

/**
 * Says how far the journal had come, so that an end that was cut off is noticed, which the segments cannot tell.
 *
 * It is written over behind each acknowledgement and never synced: a power cut leaves an older one, which claims less.
 */
export interface ReachedFile {
  /** What the run before said last; null when nothing can be read of it. */
  readonly before: Reached | null
  /** When it said so: wall clock, ms since 1970. */
  readonly saidAt: number | null
  /** Never fails: what cannot be said only costs that a cut is not noticed. */
  say(reached: Reached): Promise<void>
  close(): Promise<void>
}

const fileName = 'journal-reached'
const purpose = 'journal reached'
/** Each text is as long as the one it is written over. */
const digits = 16

/** Opens `<dataDir>/journal-reached`. */
export async function openReachedFile(dataDir: string, seal: Seal): Promise<ReachedFile> {
  const path = join(dataDir, fileName)
  await mkdir(dataDir, { recursive: true })
  const before = reachedFrom(seal, await readFile(path, 'latin1').catch(() => ''))
  let file: FileHandle | null = null
  return {
    before,
    saidAt: before === null ? null : (await stat(path)).mtimeMs,
    async say({ journal, last }) {
      const text = seal.seal(`${String(last).padStart(digits, '0')} ${journal}`, purpose)
      try {
        file ??= await open(path, before === null ? 'w' : 'r+', 0o600)
        await file.write(text, 0, 'latin1')
      } catch {
        // The segments have it.
      }
    },
    async close() {
      await file?.close().catch(() => undefined)
      file = null
    },
  }
}

function reachedFrom(seal: Seal, text: string): Reached | null {
  const [, last, journal] = /^(\d+) (.+)$/.exec(seal.unseal(text, purpose) ?? '') ?? []
  return last === undefined || journal === undefined ? null : { journal, last: Number(last) }
}
