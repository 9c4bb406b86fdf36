import type { Search } from '../search/search.ts'
import type { Storage } from '../storage/storage.ts'

/** The search and its worker, which cost nothing until somebody searches. */
export function openSearch(storage: Storage): () => Promise<Search> {
  let opened: Promise<Search> | null = null
  return () => {
    opened ??= open(storage)
    return opened
  }
}

async function open(storage: Storage): Promise<Search> {
  const [{ createSearch }, { startSearchWorker }] = await Promise.all([
    import('../search/search.ts'),
    import('../search/start-search-worker.ts'),
  ])
  return createSearch(storage, startSearchWorker)
}
