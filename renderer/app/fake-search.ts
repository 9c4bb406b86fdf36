import { writable } from '../../shared/readable.ts'
import type { NotedCall } from '../notes/note-store.ts'
import { docOf } from '../search/doc-of.ts'
import type { Search } from '../search/search.ts'
import { createSearchIndex } from '../search/search-index.ts'

/** For tests: the real index over calls of the past, without a store or a worker. */
export function fakeSearch(history: readonly NotedCall[]): Search {
  const index = createSearchIndex()
  index.note(history.map(({ call, note }) => docOf(call, note, null)))
  return {
    revision: writable(0),
    async ask(text, { limit }) {
      const { ids, ...found } = index.ask({ text, limit, open: [], now: Date.now() })
      return { ...found, hits: history.filter(({ call }) => ids.includes(call.id)), tookMs: 2, covers: null, isStopped: false }
    },
    suggest: async (text, caret) => index.suggest(text, caret),
    forget: async () => true,
    close: () => undefined,
  }
}
