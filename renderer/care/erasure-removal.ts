import type { CallId } from '../../shared/call/call.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { goOn, type LongWork } from './long-work.ts'

/** What is to go; with each call goes everything that belongs to it alone. */
export interface Removal {
  readonly people: readonly PersonKey[]
  readonly calls: readonly CallId[]
  readonly callbacks: readonly CallbackId[]
  readonly briefs: readonly BriefId[]
}

export const removedTables = ['people', 'calls', 'notes', 'noteEdits', 'checklists', 'callbacks', 'briefs', 'incidents'] as const
export type RemovedTable = (typeof removedTables)[number]
export type RemovedKeys = Readonly<Record<RemovedTable, readonly string[]>>
export type RemovedCounts = Readonly<Record<RemovedTable, number>>

/** Tables a removal writes to. */
export const touchedTables = [...removedTables, 'breaks'] as const

const slice = 500

export async function keysOf(database: SteadylineDatabase, { people, calls, callbacks, briefs }: Removal): Promise<RemovedKeys> {
  const ids = [...calls]
  const [notes, noteEdits, checklists, incidents] = await Promise.all([
    database.notes.where('id').anyOf(ids).primaryKeys(),
    database.noteEdits.where('noteId').anyOf(ids).primaryKeys(),
    database.checklists.where('callId').anyOf(ids).primaryKeys(),
    database.incidents.where('id').anyOf(ids).primaryKeys(),
  ])
  return { people, calls, notes, noteEdits, checklists, callbacks, briefs, incidents }
}

export function countsOf(keys: RemovedKeys): RemovedCounts {
  return Object.fromEntries(removedTables.map((table) => [table, keys[table].length])) as Record<RemovedTable, number>
}

/** To be called in a transaction over `touchedTables`; notes and breaks that stay name these calls no more. */
export async function remove(database: SteadylineDatabase, keys: RemovedKeys, work: LongWork): Promise<void> {
  await unlink(database, keys)
  const total = removedTables.reduce((sum, table) => sum + keys[table].length, 0)
  let done = 0
  for (const table of removedTables) {
    for (let from = 0; from < keys[table].length; from += slice) {
      goOn(work)
      const part = keys[table].slice(from, from + slice)
      await database.table(table).bulkDelete(part)
      done += part.length
      work.tell(done / total)
    }
  }
  goOn(work)
}

/** Links go both ways, so that those who name a note are those it names. */
async function unlink(database: SteadylineDatabase, { notes, calls }: RemovedKeys): Promise<void> {
  const gone = new Set(calls)
  const leaving = await database.notes.bulkGet([...notes])
  const linked = new Set(leaving.flatMap((note) => note?.links ?? []).filter((id) => !gone.has(id)))
  const staying = await database.notes.bulkGet([...linked])
  await database.notes.bulkPut(
    staying.flatMap((note) => (note ? [{ ...note, links: (note.links ?? []).filter((id) => !gone.has(id)) }] : [])),
  )
  await database.breaks.filter(({ callId }) => callId !== null && gone.has(callId)).modify({ callId: null })
}
