import type { CallId } from '../../shared/call/call.ts'
import { type Result, success } from '../../shared/result.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { createCatchUp } from './catch-up.ts'
import { parseQuery } from './query.ts'
import { rememberedCalls } from './remembered-calls.ts'
import type { AskOptions, SearchAnswer } from './search-answer.ts'
import type { IndexChanges } from './search-index.ts'
import { openPromises } from './search-records.ts'
import { clearIndex, readHeads, readPlaces, writeIndex } from './stored-index.ts'
import type { Suggestion } from './suggest.ts'
import { type lost, workerLine } from './worker-line.ts'

/** The search as long as one worker lives; what is asked of it after that is never answered. */
export interface SearchSession {
  ask(query: string, options: AskOptions): Promise<SearchAnswer | null>
  suggest(query: string, caret: number): Promise<readonly Suggestion[]>
  forget(calls: readonly CallId[]): Promise<boolean>
  readonly lost: Promise<typeof lost>
  close(): void
}

export function createSearchSession(storage: Storage, worker: Worker, changed: () => void): SearchSession {
  let writing: Promise<Result<void, StorageFailure>> = Promise.resolve(success(undefined))
  const line = workerLine(worker, write)
  const catchUp = createCatchUp(storage, line, changed)
  const remembered = rememberedCalls()
  const loaded = load()
  let whole: Promise<boolean> | null = null
  let recent: Promise<void> | null = null
  let newest = 0

  function write(changes: IndexChanges): void {
    writing = storage.run((database) => writeIndex(database, changes))
  }

  /** What the first answer does not wait for: places are large, and only phrases need them. False when the store has stopped. */
  function places(): Promise<boolean> {
    if (whole === null) {
      whole = loaded.then(loadPlaces)
      void Promise.all([loaded, whole, caughtUp()]).then(async ([manifest]) => {
        await remembered.readNewest(storage)
        await catchUp.audit(manifest?.changedAt ?? null)
      })
    }
    return whole
  }

  async function caughtUp(): Promise<void> {
    const manifest = await loaded
    recent ??= manifest === null ? Promise.resolve() : catchUp.readChangedSince(manifest.changedAt)
    return recent
  }

  async function load() {
    const stored = await storage.run(readHeads)
    if (!stored.ok) return null
    if (stored.value === null) return fromNothing()
    const { manifest, heads } = stored.value
    return (await line.request('load', { manifest, heads }, [...heads.values()])) ? manifest : fromNothing()
  }

  async function loadPlaces(manifest: Awaited<ReturnType<typeof load>>): Promise<boolean> {
    for (const { id } of manifest?.segments ?? []) {
      const stored = await storage.run((database) => readPlaces(database, id))
      if (!stored.ok) return false
      const places = stored.value
      if (await line.request('loadPlaces', { id, places }, places ? [places] : [])) continue
      await fromNothing()
      break
    }
    return true
  }

  async function fromNothing(): Promise<null> {
    const of = await storage.run(async (database) => {
      await clearIndex(database)
      return database.calls.count()
    })
    if (of.ok) catchUp.beginAnew(of.value)
    return null
  }

  return {
    async ask(text, { limit, signal }) {
      newest += 1
      const mine = newest
      const isStale = () => mine !== newest || signal?.aborted === true
      const since = performance.now()
      const { clauses } = parseQuery(text, Date.now())
      await (clauses.some((clause) => clause.type === 'words' && clause.words.length > 1) ? places() : loaded)
      if (isStale()) return null
      const open = clauses.some((clause) => clause.type === 'flag' && clause.flag === 'open')
        ? await storage.run(openPromises)
        : null
      const { ids, ...found } = await line.request('ask', { text, limit, open: open?.ok ? open.value : [], now: Date.now() })
      const rows = isStale() ? null : await storage.run((database) => remembered.read(database, ids))
      void places()
      if (isStale() || !rows?.ok) return null
      const tookMs = performance.now() - since
      return { ...found, hits: rows.value, tookMs, covers: catchUp.covers(), isStopped: false }
    },
    async suggest(text, caret) {
      await loaded
      const found = await line.request('suggest', { text, caret })
      void places()
      return found
    },
    async forget(calls) {
      if (!(await places())) return false
      await caughtUp()
      const changes = await line.request('purge', { ids: calls })
      if (changes !== null) write(changes)
      return (await writing).ok
    },
    lost: line.lost,
    close() {
      catchUp.stop()
      remembered.stop()
      line.close()
    },
  }
}
