import { Dexie, liveQuery } from 'dexie'
import { type Readable, writable } from '../../shared/readable.ts'
import type { SteadylineDatabase } from './database.ts'
import type { Storage } from './storage.ts'

/** Changes of anything since the last look after which there is another: until then Dexie keeps every one of them. */
export const changesBetweenLooks = 100

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
  let stopLooking: (() => void) | undefined

  return {
    get: found.get,
    subscribe(listener) {
      const off = found.subscribe(listener)
      listeners += 1
      stopLooking ??= lookOn(
        () => storage.run(look),
        (result) => {
          if (result.ok) found.set(result.value)
        },
      )
      return () => {
        off()
        listeners -= 1
        if (listeners > 0) return
        stopLooking?.()
        stopLooking = undefined
      }
    },
  }
}

function lookOn<Result>(look: () => Promise<Result>, tell: (result: Result) => void): () => void {
  let changes = 0
  const begin = () =>
    liveQuery(() => {
      changes = 0
      return look()
    }).subscribe(tell)
  let looking = begin()
  const hear = () => {
    changes += 1
    if (changes < changesBetweenLooks) return
    changes = 0
    looking.unsubscribe()
    looking = begin()
  }
  Dexie.on.storagemutated.subscribe(hear)
  return () => {
    Dexie.on.storagemutated.unsubscribe(hear)
    looking.unsubscribe()
  }
}
