import { incidentOf } from '../../shared/review/incident-of.ts'
import type { Storage } from '../storage/storage.ts'

/** Notes looked through at a time, so that nothing else waits long for the store. */
const portion = 500

export async function fileIncidents(storage: Storage): Promise<void> {
  let last = ''
  for (;;) {
    const looked = await storage.run(({ notes }) => notes.where('id').above(last).limit(portion).toArray())
    const end = looked.ok ? looked.value.at(-1) : undefined
    if (!looked.ok || end === undefined) return
    last = end.id
    const ids = looked.value.filter((note) => incidentOf(note) !== null).map(({ id }) => id)
    if (ids.length > 0) await fileThose(storage, ids)
  }
}

/** Reads the notes again: one may have been changed or deleted since it was looked at. */
function fileThose(storage: Storage, ids: readonly string[]): Promise<unknown> {
  return storage.run(({ notes, incidents }) =>
    notes.db.transaction('rw', notes, incidents, async () => {
      const known = await incidents.bulkGet([...ids])
      const missing = ids.filter((_, index) => known[index] === undefined)
      const found = await notes.bulkGet(missing)
      await incidents.bulkAdd(found.flatMap((note) => (note ? (incidentOf(note) ?? []) : [])))
    }),
  )
}
