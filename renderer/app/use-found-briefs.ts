import { useEffect, useState } from 'react'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { StorageState } from '../storage/storage-state.ts'
import type { BriefStore } from '../transfer/brief-store.ts'

export interface FoundBriefs {
  readonly query: string
  readonly records: readonly BriefRecord[]
}

const limit = 100

/** What the last finished search found, so that the list never blinks; null until the first one. */
export function useFoundBriefs(briefs: BriefStore, query: string, storage: StorageState['kind']): FoundBriefs | null {
  const [found, setFound] = useState<FoundBriefs | null>(null)
  useEffect(() => {
    if (storage !== 'open') return
    const watched = briefs.watch(query, limit)
    const take = () => {
      const records = watched.get()
      if (records) setFound({ query, records })
    }
    const off = watched.subscribe(take)
    take()
    return off
  }, [briefs, query, storage])
  return found
}
