import type { Dexie } from 'dexie'

export function playbookDrafts(database: Dexie): void {
  database.version(3).stores({ playbookDrafts: 'file' })
}
