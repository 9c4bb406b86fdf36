import type { Page } from '@playwright/test'

/** How much of the search's index, of people, or of what the second copy lacks, is on the disk. */
export async function storedRows(page: Page, table: 'searchSegments' | 'people' | 'outbox'): Promise<number> {
  return (await storedKeys(page, table)).length
}

/** The keys of everything in a table of the store; fails where there is no store, instead of making an empty one. */
export async function storedKeys(page: Page, table: string): Promise<readonly string[]> {
  return page.evaluate(async (of) => {
    const opening = indexedDB.open('steadyline')
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      opening.onupgradeneeded = () => opening.transaction?.abort()
      opening.onsuccess = () => resolve(opening.result)
      opening.onerror = () => reject(opening.error)
    })
    const reading = database.transaction(of).objectStore(of).getAllKeys()
    const keys = await new Promise<readonly string[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result.map(String))
    })
    database.close()
    return keys
  }, table)
}

/** Puts other words into a note behind the app's back: whoever reads the record again reads those. */
export async function swapsWordInNotes(page: Page, word: string, other: string): Promise<void> {
  await page.evaluate(
    async ([from, to]) => {
      const opening = indexedDB.open('steadyline')
      const database = await new Promise<IDBDatabase>((resolve) => {
        opening.onsuccess = () => resolve(opening.result)
      })
      const change = database.transaction('notes', 'readwrite')
      const reading = change.objectStore('notes').openCursor()
      reading.onsuccess = () => {
        const cursor = reading.result
        if (cursor === null) return
        cursor.update({ ...cursor.value, text: cursor.value.text.replace(from, to) })
        cursor.continue()
      }
      await new Promise<void>((resolve) => {
        change.oncomplete = () => resolve()
      })
      database.close()
    },
    [word, other] as const,
  )
}
