import type { Dexie } from 'dexie'

export function callsChecklistsNotes(database: Dexie): void {
  database.version(1).stores({
    calls: 'id, startedAt',
    checklists: 'callId, stage',
    notes: 'id, updatedAt',
  })
}
