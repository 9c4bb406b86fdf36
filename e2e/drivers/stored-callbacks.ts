import type { Callback } from '../../shared/callbacks/callback.ts'

/** Runs in the window: every callback of the store, the earliest first. */
export function storedCallbacks(): Promise<Callback[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('steadyline')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('callbacks').objectStore('callbacks').index('due.at').getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        resolve(reading.result)
      }
    }
  })
}

/** Runs in the window. */
export function storeCallbacks(callbacks: readonly Callback[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('steadyline')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const writing = opening.result.transaction('callbacks', 'readwrite', { durability: 'strict' })
      for (const callback of callbacks) writing.objectStore('callbacks').put(callback)
      writing.onerror = () => reject(writing.error)
      writing.oncomplete = () => {
        opening.result.close()
        resolve()
      }
    }
  })
}
