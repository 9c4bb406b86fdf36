/** Runs in the window: the stage of the transfer of every call that is not recorded yet, as the store has it. */
export function storedStages(): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('steadyline')
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      const reading = opening.result.transaction('checklists').objectStore('checklists').getAll()
      reading.onerror = () => reject(reading.error)
      reading.onsuccess = () => {
        opening.result.close()
        const open = reading.result.filter(({ stage }) => stage === 'open')
        resolve(open.flatMap(({ snapshot }) => snapshot.context.transfer.entries.at(-1)?.stage ?? []))
      }
    }
  })
}
