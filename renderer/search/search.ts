import type { CallId } from '../../shared/call/call.ts'
import { type Readable, writable } from '../../shared/readable.ts'
import type { Storage } from '../storage/storage.ts'
import type { AskOptions, SearchAnswer } from './search-answer.ts'
import { newestCalls } from './search-records.ts'
import { createSearchSession, type SearchSession } from './search-session.ts'
import { clearIndex } from './stored-index.ts'
import type { Suggestion } from './suggest.ts'
import { lost } from './worker-line.ts'

export interface Search {
  /** Null when a newer question was asked meanwhile, when it was aborted, or when the store has stopped. */
  ask(query: string, options: AskOptions): Promise<SearchAnswer | null>
  suggest(query: string, caret: number): Promise<readonly Suggestion[]>
  /**
   * Writes every part of the index anew that has a word of these calls, and resolves when nothing of them is stored.
   *
   * To be asked after the calls themselves are deleted; false when the store has stopped before that.
   */
  forget(calls: readonly CallId[]): Promise<boolean>
  /** Grows with every change of the records, or of what of them is covered, that reached the index. */
  readonly revision: Readable<number>
  close(): void
}

/** The first worker and one more: what kills two of them would kill the next. */
const mostWorkers = 2

/**
 * Search over every call and note, in a worker.
 *
 * The window reads and writes the store for it, through the one door there is: after the first storage error nothing is left
 * that could open the store again. Changes are heard of from the store itself, whoever makes them. What a lost worker did not
 * answer is asked again of the next one.
 */
export function createSearch(storage: Storage, startWorker: () => Worker): Search {
  const revision = writable(0)
  let started = 0
  const changed = () => revision.set(revision.get() + 1)
  let session = begun()

  function begun(): SearchSession | null {
    if (started === mostWorkers) return null
    started += 1
    const begins = createSearchSession(storage, startWorker(), changed)
    void begins.lost.then(() => {
      begins.close()
      session = begun()
      changed()
    })
    return begins
  }

  async function inSession<Answer>(asked: (session: SearchSession) => Promise<Answer>): Promise<Answer | typeof lost> {
    while (session !== null) {
      const answer = await Promise.race([session.lost, asked(session)])
      if (answer !== lost) return answer
    }
    return lost
  }

  return {
    revision,
    async ask(text, options) {
      const answer = await inSession((each) => each.ask(text, options))
      return answer === lost ? newestInstead(storage, options) : answer
    },
    async suggest(text, caret) {
      const found = await inSession((each) => each.suggest(text, caret))
      return found === lost ? [] : found
    },
    async forget(calls) {
      const isDone = await inSession((each) => each.forget(calls))
      return isDone === lost ? (await storage.run(clearIndex)).ok : isDone
    },
    close() {
      session?.close()
      session = null
    },
  }
}

async function newestInstead(storage: Storage, { limit, signal }: AskOptions): Promise<SearchAnswer | null> {
  const since = performance.now()
  const newest = await storage.run((database) => newestCalls(database, limit))
  if (!newest.ok || signal?.aborted) return null
  const { hits, total } = newest.value
  return {
    ...{ hits, total, whole: total, tookMs: performance.now() - since },
    ...{ covers: null, didYouMean: null, marks: [], isStopped: true },
  }
}
