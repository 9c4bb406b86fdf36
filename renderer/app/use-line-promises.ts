import { useEffect, useState } from 'react'
import type { CallId } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'

/** As long as what a call is about may be. */
const longest = 500

/** What a call is about when a line of a note promises it. */
export function reasonFrom(words: string): string {
  return words.slice(0, longest)
}

export interface LinePromises {
  /** The call that was promised about a line with these words. */
  readonly about: (words: string) => Callback | undefined
  /** Looks again at what was promised. */
  readonly look: () => Promise<void>
}

/** Calls that were promised in this one. */
export function useLinePromises({ store }: Callbacks, call: CallId): LinePromises {
  const [made, setMade] = useState<readonly Callback[]>([])
  const look = async () => {
    const found = await store.madeIn(call)
    if (found.ok) setMade(found.value)
  }
  useEffect(() => {
    let isWanted = true
    void store.madeIn(call).then((found) => {
      if (isWanted && found.ok) setMade(found.value)
    })
    return () => {
      isWanted = false
    }
  }, [store, call])
  return {
    about: (words) => made.findLast(({ reason, state }) => reason === reasonFrom(words) && state !== 'cancelled'),
    look,
  }
}
