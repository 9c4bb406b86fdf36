import type { CallId } from '../../shared/call/call.ts'
import type { SteadylineDatabase } from '../storage/database.ts'

/** Changes the links of both notes or of neither. */
export function changeLinks(
  { notes }: SteadylineDatabase,
  one: CallId,
  other: CallId,
  change: (links: readonly CallId[], id: CallId) => readonly CallId[],
): Promise<null> {
  return notes.db.transaction('rw', notes, async () => {
    const [mine, theirs] = await notes.bulkGet([one, other])
    if (one === other || mine === undefined || theirs === undefined) return null
    await notes.bulkPut([
      { ...mine, links: change(mine.links ?? [], other) },
      { ...theirs, links: change(theirs.links ?? [], one) },
    ])
    return null
  })
}
