import type { Dexie } from 'dexie'

/** What the agent takes from calls can be read again without looking through every note. */
export function learnings(database: Dexie): void {
  database.version(11).stores({ notes: 'id, updatedAt, person, learning' })
}
