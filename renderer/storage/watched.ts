import { liveQuery } from 'dexie'
import { type Readable, writable } from '../../shared/readable.ts'
import type { SteadylineDatabase } from './database.ts'
import type { Storage } from './storage.ts'

/** What a look at the database finds, again after every change of what it looked at; stays as it was when the store stops. */
export function watched<Value>(
  storage: Storage,
  initial: Value,
  look: (database: SteadylineDatabase) => Promise<Value>,
): Readable<Value> {
  const found = writable(initial)
  return {
    get: found.get,
    subscribe(listener) {
      const off = found.subscribe(listener)
      const subscription = liveQuery(() => storage.run(look)).subscribe((result) => {
        if (result.ok) found.set(result.value)
      })
      return () => {
        subscription.unsubscribe()
        off()
      }
    },
  }
}
