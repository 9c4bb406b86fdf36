import type { Dexie } from 'dexie'

export function searchSegments(database: Dexie): void {
  database.version(6).stores({ searchSegments: 'key' })
}
