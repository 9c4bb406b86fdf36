import type { CallId } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { Day, DayCall } from '../../shared/review/day-figures.ts'
import type { Storage, StorageFailure } from '../storage/storage.ts'
import { watched } from '../storage/watched.ts'
import { fileIncidents } from './file-incidents.ts'
import { callAsReviewed, callsOfDay, callsOfPerson, learnt, openIncidents, unfinished } from './look-back.ts'
import { changeLinks } from './note-links.ts'
import type { FollowedIncident, ReviewedCall, ReviewedDay } from './reviewed.ts'

export type Kept = Promise<Result<null, StorageFailure>>

/** Everything for looking back; each `undefined` is "still loading", and null "not there". */
export interface Review {
  watchDay(day: Day): Readable<ReviewedDay | undefined>
  /** Calls since then that still wait for their wrap-up, oldest first. */
  watchUnfinished(since: number): Readable<readonly DayCall[] | undefined>
  /** Nobody was told of these yet, oldest first. */
  watchOpenIncidents(): Readable<readonly FollowedIncident[] | undefined>
  /** Calls something was learnt from, newest first. */
  watchLearnings(): Readable<readonly DayCall[] | undefined>
  watchCall(id: CallId): Readable<ReviewedCall | null | undefined>
  /** How many calls there are of all. */
  watchCount(): Readable<number | undefined>
  /** Newest first. */
  callsOf(
    person: PersonKey,
  ): Promise<Result<{ readonly name: string; readonly calls: readonly DayCall[] } | null, StorageFailure>>
  promisedIn(calls: readonly CallId[]): Promise<Result<readonly Callback[], StorageFailure>>
  /** Both calls name each other, or neither does; a call without a note cannot be linked. */
  link(one: CallId, other: CallId): Kept
  unlink(one: CallId, other: CallId): Kept
  /** Nothing learnt when it is blank. */
  learn(id: CallId, learning: string): Kept
  report(id: CallId, reported: Incident['reported']): Kept
  /** Makes the incidents of notes that are older than incidents. */
  fileIncidents(): Promise<void>
}

export function createReview(storage: Storage): Review {
  return {
    watchDay: (day) => watched<ReviewedDay | undefined>(storage, undefined, (database) => callsOfDay(database, day)),
    watchUnfinished: (since) =>
      watched<readonly DayCall[] | undefined>(storage, undefined, (database) => unfinished(database, since)),
    watchOpenIncidents: () => watched<readonly FollowedIncident[] | undefined>(storage, undefined, openIncidents),
    watchLearnings: () => watched<readonly DayCall[] | undefined>(storage, undefined, learnt),
    watchCall: (id) => watched<ReviewedCall | null | undefined>(storage, undefined, (database) => callAsReviewed(database, id)),
    watchCount: () => watched<number | undefined>(storage, undefined, ({ calls }) => calls.count()),
    callsOf: (person) => storage.run((database) => callsOfPerson(database, person)),
    promisedIn: (calls) => storage.run(({ callbacks }) => callbacks.where('callId').anyOf(calls).toArray()),
    link: (one, other) =>
      storage.run((database) => changeLinks(database, one, other, (links, id) => [...links.filter((known) => known !== id), id])),
    unlink: (one, other) =>
      storage.run((database) => changeLinks(database, one, other, (links, id) => links.filter((known) => known !== id))),
    learn: (id, learning) =>
      storage.run(async ({ notes }) => {
        await notes
          .where('id')
          .equals(id)
          .modify(learning.trim() === '' ? withoutLearning : { learning: learning.trim() })
        return null
      }),
    report: (id, reported) =>
      storage.run(async ({ incidents }) => {
        await incidents.update(id, { reported })
        return null
      }),
    fileIncidents: () => fileIncidents(storage),
  }
}

function withoutLearning(note: { learning?: string }): void {
  delete note.learning
}
