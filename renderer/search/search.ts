import { type Readable, writable } from '../../shared/readable.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Storage } from '../storage/storage.ts'
import { createCatchUp } from './catch-up.ts'
import type { Covers } from './covers.ts'
import { parseQuery } from './query.ts'
import { type FoundCall, openPromises, readCalls } from './search-records.ts'
import { clearIndex, readIndex, readPlaces, writeIndex } from './stored-index.ts'
import type { Suggestion } from './suggest.ts'
import { workerLine } from './worker-line.ts'

export interface AskOptions {
  readonly limit: number
  readonly signal?: AbortSignal
}

export interface SearchAnswer {
  readonly hits: readonly FoundCall[]
  readonly total: number
  /** How many have every word as it was typed, and not only as a beginning; they come first. */
  readonly whole: number
  /** From the question to the last row. */
  readonly tookMs: number
  readonly covers: Covers
  /** The question that was answered instead, because nothing has a word of this one. */
  readonly didYouMean: string | null
  /** Beginnings of words, to be marked in the hits. */
  readonly marks: readonly string[]
}

export interface Search {
  /** Null when a newer question was asked meanwhile, when it was aborted, or when the store has stopped. */
  ask(query: string, options: AskOptions): Promise<SearchAnswer | null>
  suggest(query: string, caret: number): Promise<readonly Suggestion[]>
  /** Grows with every change of the records, or of what of them is covered, that reached the index. */
  readonly revision: Readable<number>
  close(): void
}

/**
 * Search over every call and note, in a worker.
 *
 * The window reads and writes the store for it, through the one door there is: after the first storage error nothing is left
 * that could open the store again. Changes are heard of from the store itself, whoever makes them.
 */
export function createSearch(storage: Storage, worker: Worker): Search {
  const revision = writable(0)
  const line = workerLine(worker, (changes) => void storage.run((database) => writeIndex(database, changes)))
  const catchUp = createCatchUp(storage, line, () => revision.set(revision.get() + 1))
  const loaded = load()
  const places = loaded.then(loadPlaces)
  void places.then(catchUp.audit)
  let newest = 0

  async function load() {
    const stored = await storage.run(readIndex)
    if (!stored.ok) return null
    const heads = stored.value?.heads ?? new Map<number, ArrayBuffer>()
    const manifest = stored.value?.manifest ?? { segments: [], changedAt: Number.NEGATIVE_INFINITY }
    if (!(await line.request('load', { manifest, heads }, [...heads.values()]))) return anew()
    if (stored.value !== null) await catchUp.since(manifest.changedAt)
    return stored.value?.manifest ?? null
  }

  async function loadPlaces(manifest: Awaited<ReturnType<typeof load>>): Promise<void> {
    if (manifest === null) return
    const stored = await storage.run((database) => readPlaces(database, manifest))
    if (!stored.ok) return
    const found = stored.value ?? new Map<number, ArrayBuffer>()
    if (!(await line.request('loadPlaces', { places: found }, [...found.values()]))) await anew()
  }

  async function anew(): Promise<null> {
    await storage.run(clearIndex)
    return null
  }

  return {
    revision,
    async ask(text, { limit, signal }) {
      newest += 1
      const mine = newest
      const isStale = () => mine !== newest || signal?.aborted === true
      const since = performance.now()
      const { clauses } = parseQuery(text, Date.now())
      await (clauses.some((clause) => clause.type === 'words' && clause.words.length > 1) ? places : loaded)
      if (isStale()) return null
      const open = clauses.some(({ type }) => type === 'open') ? await promises(storage) : []
      const { ids, ...found } = await line.request('ask', { text, limit, open, now: Date.now() })
      if (isStale()) return null
      const rows = await storage.run((database) => readCalls(database, ids))
      if (isStale() || !rows.ok) return null
      return { ...found, hits: rows.value, tookMs: performance.now() - since, covers: catchUp.covers() }
    },
    async suggest(text, caret) {
      await loaded
      return line.request('suggest', { text, caret })
    },
    close() {
      catchUp.stop()
      line.close()
    },
  }
}

async function promises(storage: Storage): Promise<readonly string[]> {
  const open = await storage.run((database: SteadylineDatabase) => openPromises(database))
  return open.ok ? open.value : []
}
