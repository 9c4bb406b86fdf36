import { useEffect, useState } from 'react'
import type { NotedCall, NoteStore } from '../notes/note-store.ts'
import type { StorageState } from '../storage/storage-state.ts'

export interface FoundCalls {
  readonly query: string
  readonly calls: readonly NotedCall[]
}

const limit = 50

/** What the last finished search found, so that the list never blinks; null until the first one. */
export function useFoundCalls(notes: NoteStore, query: string, storage: StorageState['kind']): FoundCalls | null {
  const [found, setFound] = useState<FoundCalls | null>(null)
  useEffect(() => {
    if (storage !== 'open') return
    const watched = notes.watch(query, limit)
    const take = () => {
      const calls = watched.get()
      if (calls) setFound({ query, calls })
    }
    const off = watched.subscribe(take)
    take()
    return off
  }, [notes, query, storage])
  return found
}
