import { type Call, isPractice, wasAnswered } from '../../shared/call/call.ts'
import { isOpen } from '../../shared/callbacks/callback.ts'
import type { CareSettings } from '../../shared/care/care-settings.ts'
import type { Note } from '../../shared/notes/note.ts'
import { isSettled } from '../../shared/transfer/brief-record.ts'
import type { SteadylineDatabase } from '../storage/database.ts'
import type { Removal } from './erasure-removal.ts'

export type RetentionRules = CareSettings['retention']

export interface RetentionPlan {
  readonly removal: Removal
  /** Old enough to go, and kept because something of them is still open or was learned from. */
  readonly spared: number
}

const slice = 1000

/** What is older than the rules say, but for what nobody may lose without having looked at it. */
export async function beyondRetention(database: SteadylineDatabase, rules: RetentionRules, now: number): Promise<RetentionPlan> {
  const before = limitsOf(rules, now)
  const oldest = Math.max(before.calls, before.practice)
  const ids = await database.calls.where('startedAt').below(oldest).primaryKeys()
  const held = await heldCalls(database)
  const calls: string[] = []
  let spared = 0
  for (let from = 0; from < ids.length; from += slice) {
    const part = ids.slice(from, from + slice)
    const [found, notes] = await Promise.all([database.calls.bulkGet(part), database.notes.bulkGet(part)])
    found.forEach((call, index) => {
      if (!call || call.startedAt >= (isPractice(call) ? before.practice : before.calls)) return
      if (held.has(call.id) || isUnfinished(call, notes[index])) spared += 1
      else calls.push(call.id)
    })
  }
  const callbacks = await database.callbacks
    .filter((callback) => !isOpen(callback) && callback.updatedAt < (callback.practice ? before.practice : before.calls))
    .primaryKeys()
  const briefs = await database.briefs
    .where('at')
    .below(before.calls)
    .filter(({ stage }) => isSettled(stage))
    .primaryKeys()
  const removal = { calls, callbacks, briefs, people: [] }
  return { removal: { ...removal, people: await leftAlone(database, removal, before.calls) }, spared }
}

/** Calendar months, so that what is kept for a year goes on the same day a year later. */
function limitsOf({ months, practiceDays }: RetentionRules, now: number) {
  const date = new Date(now)
  const day = date.getDate()
  date.setDate(1)
  date.setMonth(date.getMonth() - months)
  date.setDate(Math.min(day, new Date(date.getFullYear(), date.getMonth() + 1, 0).getDate()))
  return {
    calls: months === 0 ? Number.NEGATIVE_INFINITY : date.getTime(),
    practice: practiceDays === 0 ? Number.NEGATIVE_INFINITY : now - practiceDays * 24 * 60 * 60 * 1000,
  }
}

/** Calls with an open promise, an incident that nobody was told of, or an open checklist. */
async function heldCalls(database: SteadylineDatabase): Promise<ReadonlySet<string>> {
  const [promised, incidents, checklists] = await Promise.all([
    database.callbacks.where('state').anyOf('pending', 'calling').toArray(),
    database.incidents.filter(({ reported }) => reported === null).primaryKeys(),
    database.checklists.where('stage').equals('open').primaryKeys(),
  ])
  return new Set([...promised.flatMap(({ callId }) => callId ?? []), ...incidents, ...checklists])
}

function isUnfinished(call: Call, note: Note | undefined): boolean {
  if (call.state !== 'ended' || (note?.learning ?? '') !== '') return true
  return wasAnswered(call) && call.consultFor === null && note?.state !== 'saved'
}

/** People filed long ago of whom nothing is left but their name. */
async function leftAlone(
  database: SteadylineDatabase,
  { calls, callbacks }: Omit<Removal, 'people'>,
  before: number,
): Promise<readonly string[]> {
  const [goneCalls, goneCallbacks] = [new Set(calls), new Set(callbacks)]
  const old = await database.people.filter(({ updatedAt, remarks }) => updatedAt < before && remarks.length === 0).toArray()
  const alone: string[] = []
  for (const { id, written, numbers } of old) {
    const all = [...new Set([...written, ...numbers])]
    const [byNumber, byNote, promised] = await Promise.all([
      database.calls.where('party.number').anyOf(all).primaryKeys(),
      database.notes.where('person').equals(id).primaryKeys(),
      database.callbacks.where('person.number').anyOf(all).primaryKeys(),
    ])
    const isAlone =
      [...byNumber, ...byNote].every((call) => goneCalls.has(call)) && promised.every((one) => goneCallbacks.has(one))
    if (isAlone) alone.push(id)
  }
  return alone
}
