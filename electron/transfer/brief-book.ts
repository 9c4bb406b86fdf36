import { join } from 'node:path'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { Clock } from '../clock.ts'
import { errorCode } from '../error-code.ts'
import { type KeptLines, openLines, readLines } from '../kept-lines.ts'
import type { Log } from '../log.ts'
import { copyAside } from '../set-aside.ts'
import { type BriefEntry, briefEntry, idOf, isDone } from './brief-entry.ts'

/** Every brief of this installation, in both directions. */
export interface BriefBook {
  entries(): readonly BriefEntry[]
  find(id: BriefId): BriefEntry | undefined
  /**
   * Resolves with the entry when it is on the disk; rejects when it could not be written, and then nothing has changed.
   *
   * Changes come one after another; one that gives back the very entry it was given writes nothing.
   */
  change<Entry extends BriefEntry | undefined>(id: BriefId, next: (entry: BriefEntry | undefined) => Entry): Promise<Entry>
  /** Writes the file anew without these; rejects when that could not be, and then it can be asked again. */
  forget(ids: readonly BriefId[]): Promise<void>
  close(): Promise<void>
}

const file = 'briefs.jsonl'
/** A copy that comes later than this is taken for a new brief. */
const rememberedForMs = 30 * 24 * 3600 * 1000
const spareLines = 1000

/** Opens `<dataDir>/briefs.jsonl`, where the last line about a brief holds. */
export async function openBriefBook(dataDir: string, clock: Clock, log: Log): Promise<BriefBook> {
  const entries = await stored(dataDir, clock, log)
  const lines = await openLines(join(dataDir, file))
  let lastChange: Promise<unknown> = Promise.resolve()
  let written = 0
  await tidy(lines)

  async function tidy(kept: KeptLines): Promise<void> {
    try {
      await replace(kept)
    } catch (error) {
      log.warn('The file of briefs could not be tidied', { cause: errorCode(error) })
    }
  }

  async function replace(kept: KeptLines): Promise<void> {
    await kept.replace([...entries.values()].map((entry) => JSON.stringify(entry)))
    written = 0
  }

  async function write<Entry extends BriefEntry | undefined>(
    id: BriefId,
    next: (entry: BriefEntry | undefined) => Entry,
  ): Promise<Entry> {
    const before = entries.get(id)
    const after = next(before)
    if (after === undefined || after === before) return after
    if (written > spareLines + 2 * entries.size) await tidy(lines)
    await lines.append(JSON.stringify(after))
    written += 1
    entries.set(id, after)
    return after
  }

  return {
    entries: () => [...entries.values()],
    find: (id) => entries.get(id),
    change: (id, next) => {
      const changed = lastChange.then(() => write(id, next))
      lastChange = changed.catch(() => undefined)
      return changed
    },
    forget(ids) {
      const forgotten = lastChange.then(async () => {
        for (const id of ids) entries.delete(id)
        await replace(lines)
      })
      lastChange = forgotten.catch(() => undefined)
      return forgotten
    },
    close: async () => {
      await lastChange
      await lines.close()
    },
  }
}

async function stored(dataDir: string, clock: Clock, log: Log): Promise<Map<BriefId, BriefEntry>> {
  const entries = new Map<BriefId, BriefEntry>()
  let unreadable = 0
  for (const line of await readLines(join(dataDir, file))) {
    const entry = entryFrom(line)
    if (entry === null) unreadable += 1
    else entries.set(idOf(entry), entry)
  }
  if (unreadable > 0) {
    const keptAs = await copyAside(dataDir, file)
    log.error('Some lines of the file of briefs could not be read', { lines: unreadable, keptAs })
  }
  const oldest = clock.now().wall - rememberedForMs
  for (const [id, entry] of entries) if (isDone(entry) && entry.record.stageAt < oldest) entries.delete(id)
  return entries
}

function entryFrom(line: string): BriefEntry | null {
  try {
    return briefEntry.parse(JSON.parse(line))
  } catch {
    return null
  }
}
