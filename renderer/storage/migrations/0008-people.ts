import type { Dexie } from 'dexie'

/** Who is behind a number; calls without one are found by the person their note names. */
export function people(database: Dexie): void {
  database.version(8).stores({ people: 'id, *numbers, *written, name', notes: 'id, updatedAt, person' })
}
