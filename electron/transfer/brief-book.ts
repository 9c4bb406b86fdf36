import { join } from 'node:path'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { Clock } from '../clock.ts'
import { errorCode } from '../error-code.ts'
import { type KeptLines, openLines } from '../kept-lines.ts'
import type { Log } from '../log.ts'
import { type BriefEntry, forgottenEntry, idOf } from './brief-entry.ts'
import { briefsFile, storedBriefs } from './stored-briefs.ts'

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
  /** The same for what the other side or a window would say again: a power cut may take it. */
  note: BriefBook['change']
  /** Writes the file anew without a word of these; rejects when that could not be, and then it can be asked again. */
  forget(ids: readonly BriefId[]): Promise<readonly BriefEntry[]>
  /** The same without knowing them again. */
  remove(ids: readonly BriefId[]): Promise<void>
  close(): Promise<void>
}

const spareLines = 1000

interface Wish {
  readonly id: BriefId
  readonly isLasting: boolean
  next(entry: BriefEntry | undefined): BriefEntry | undefined
  granted(entry: BriefEntry | undefined): void
  refused(error: unknown): void
}

/**
 * Opens `<dataDir>/briefs.jsonl`, where the last line about a brief holds; one that cannot be read is kept aside.
 *
 * Changes that come while the disk is busy are written together, so that none waits for more than two writes.
 */
export async function openBriefBook(dataDir: string, clock: Clock, log: Log): Promise<BriefBook> {
  const entries = await storedBriefs(dataDir, clock, log)
  let lines: KeptLines | null = null
  let wishes: Wish[] = []
  let lastWork: Promise<unknown> = Promise.resolve()
  let written = 0
  await inTurn(tidy)

  function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const done = lastWork.then(work)
    lastWork = done.catch(() => undefined)
    return done
  }

  async function opened(): Promise<KeptLines> {
    lines ??= await openLines(join(dataDir, briefsFile))
    return lines
  }

  async function tidy(): Promise<void> {
    try {
      await replace()
    } catch (error) {
      log.warn('The file of briefs could not be tidied', { cause: errorCode(error) })
    }
  }

  async function replace(): Promise<void> {
    await (await opened()).replace([...entries.values()].map((entry) => JSON.stringify(entry)))
    written = 0
  }

  async function grant(): Promise<void> {
    const granting = wishes
    wishes = []
    const changed = new Map<BriefId, BriefEntry>()
    let mustLast = false
    try {
      const after = granting.map(({ id, isLasting, next }) => {
        const before = changed.get(id) ?? entries.get(id)
        const entry = next(before)
        if (entry === undefined || entry === before) return entry
        changed.set(id, entry)
        mustLast ||= isLasting
        return entry
      })
      await write([...changed.values()], mustLast)
      for (const [id, entry] of changed) entries.set(id, entry)
      for (const [index, { granted }] of granting.entries()) granted(after[index])
    } catch (error) {
      for (const { refused } of granting) refused(error)
    }
  }

  async function write(changed: readonly BriefEntry[], mustLast: boolean): Promise<void> {
    if (changed.length === 0) return
    if (written > spareLines + 2 * entries.size) await tidy()
    const kept = await opened()
    const texts = changed.map((entry) => JSON.stringify(entry))
    await (mustLast ? kept.append(...texts) : kept.add(...texts))
    written += changed.length
  }

  function changing(isLasting: boolean): BriefBook['change'] {
    return (id, next) =>
      new Promise((resolve, reject) => {
        if (wishes.length === 0) void inTurn(grant)
        wishes.push({ id, isLasting, next, granted: (entry) => resolve(entry as ReturnType<typeof next>), refused: reject })
      })
  }

  return {
    entries: () => [...entries.values()],
    find: (id) => entries.get(id),
    change: changing(true),
    note: changing(false),
    forget: (ids) =>
      inTurn(async () => {
        const { wall } = clock.now()
        const forgotten = ids.flatMap((id) => {
          const entry = entries.get(id)
          return entry ? [forgottenEntry(entry, wall)] : []
        })
        for (const entry of forgotten) entries.set(idOf(entry), entry)
        await replace()
        return forgotten
      }),
    remove: (ids) =>
      inTurn(async () => {
        for (const id of ids) entries.delete(id)
        await replace()
      }),
    close: () =>
      inTurn(async () => {
        await lines?.close()
      }),
  }
}
