import type { CallId } from '../../shared/call/call.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import { docOf } from './doc-of.ts'
import type { SearchDoc } from './search-doc.ts'

/** A call with what was written about it; a missed call usually has no note. */
export interface FoundCall {
  readonly call: CallRecord
  readonly note: Note | null
}

/** A call that began so long before the index was stored, in ms, may have changed after. */
const longestCall = 24 * 60 * 60 * 1000

/** In the order of the ids, without those that are gone. */
export async function readCalls(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly FoundCall[]> {
  const [calls, notes] = await Promise.all([database.calls.bulkGet([...ids]), database.notes.bulkGet([...ids])])
  return calls.flatMap((call, index) => (call ? [{ call, note: notes[index] ?? null }] : []))
}

export async function readDocs(database: SteadylineDatabase, ids: readonly CallId[]): Promise<readonly SearchDoc[]> {
  return (await readCalls(database, ids)).map(({ call, note }) => docOf(call, note))
}

/** What may have changed since. */
export async function idsChangedSince({ calls, notes }: SteadylineDatabase, changedAt: number): Promise<readonly CallId[]> {
  const since = changedAt - longestCall
  const found = await Promise.all([
    notes.where('updatedAt').aboveOrEqual(since).primaryKeys(),
    calls.where('startedAt').aboveOrEqual(since).primaryKeys(),
  ])
  return [...new Set(found.flat())]
}

export async function allIdsNewestFirst({ calls }: SteadylineDatabase): Promise<readonly CallId[]> {
  return (await calls.orderBy('startedAt').primaryKeys()).reverse()
}

/** Calls in which something was promised that is still to be kept. */
export async function openPromises({ callbacks }: SteadylineDatabase): Promise<readonly CallId[]> {
  const open = await callbacks.where('state').anyOf('pending', 'calling').toArray()
  return open.flatMap(({ callId }) => (callId === null ? [] : [callId]))
}
