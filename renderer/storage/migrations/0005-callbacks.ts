import type { Dexie } from 'dexie'

/** By when they are due, by whom they are for, and by the call they were promised in. */
export function callbacks(database: Dexie): void {
  database.version(5).stores({ callbacks: 'id, state, [state+due.at], due.at, person.number, callId, deputy.briefId' })
}
