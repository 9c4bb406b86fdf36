import { liveQuery, type Subscription } from 'dexie'
import { type Readable, writable } from '../../shared/readable.ts'
import type { SteadylineDatabase } from './database.ts'
import type { Storage } from './storage.ts'

/**
 * What a look at the database finds, again after every change of what it looked at; stays as it was when the store stops.
 *
 * All who listen share one look.
 */
export function watched<Value>(
  storage: Storage,
  initial: Value,
  look: (database: SteadylineDatabase) => Promise<Value>,
): Readable<Value> {
  const found = writable(initial)
  let listeners = 0
  let looking: Subscription | undefined

  return {
    get: found.get,
    subscribe(listener) {
      const off = found.subscribe(listener)
      listeners += 1
      looking ??= liveQuery(() => storage.run(look)).subscribe((result) => {
        if (result.ok) found.set(result.value)
      })
      return () => {
        off()
        listeners -= 1
        if (listeners > 0) return
        looking?.unsubscribe()
        looking = undefined
      }
    },
  }
}
