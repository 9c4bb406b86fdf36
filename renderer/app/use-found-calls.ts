import { useEffect, useState } from 'react'
import type { NotedCall } from '../notes/note-store.ts'
import type { SearchAnswer } from '../search/search-answer.ts'
import type { StorageState } from '../storage/storage-state.ts'
import type { Steadyline } from './steadyline.ts'

export interface FoundCalls {
  readonly query: string
  readonly calls: readonly NotedCall[]
  readonly total: number
  /** What the search said beside; null when nothing was asked and these are simply the newest. */
  readonly answer: SearchAnswer | null
}

/** What the last finished search found, so that the list never blinks; null until the first one. */
export function useFoundCalls(
  { notes, search }: Pick<Steadyline, 'notes' | 'search'>,
  query: string,
  limit: number,
  storage: StorageState['kind'],
): FoundCalls | null {
  const [found, setFound] = useState<FoundCalls | null>(null)
  const asked = query.trim()
  useEffect(() => {
    if (storage !== 'open' || asked !== '') return
    const watched = notes.watchNewest(limit)
    const take = () => {
      const newest = watched.get()
      if (newest) setFound({ query: '', ...newest, answer: null })
    }
    const off = watched.subscribe(take)
    take()
    return off
  }, [notes, asked, limit, storage])
  useEffect(() => {
    if (storage !== 'open' || asked === '') return
    const leaving = new AbortController()
    void searching(search, asked, limit, leaving.signal, (answer) =>
      setFound({ query: asked, calls: answer.hits, total: answer.total, answer }),
    )
    return () => leaving.abort()
  }, [search, asked, limit, storage])
  return found
}

/** Asks at once, and again after every change of the records; one question at a time, so that none overtakes another. */
async function searching(
  open: Steadyline['search'],
  query: string,
  limit: number,
  signal: AbortSignal,
  take: (answer: SearchAnswer) => void,
): Promise<void> {
  const search = await open()
  let isCurrent = false
  let ring: () => void = () => undefined
  const off = search.revision.subscribe(() => {
    isCurrent = false
    ring()
  })
  signal.addEventListener('abort', () => {
    off()
    ring()
  })
  while (!signal.aborted) {
    isCurrent = true
    const answer = await search.ask(query, { limit, signal })
    if (answer && !signal.aborted) take(answer)
    if (isCurrent && !signal.aborted)
      await new Promise<void>((resolve) => {
        ring = resolve
      })
  }
}
