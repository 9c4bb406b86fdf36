import type { Dexie } from 'dexie'

export function incidentsAndBreaks(database: Dexie): void {
  database.version(10).stores({ incidents: 'id, at', breaks: 'id, startedAt' })
}
