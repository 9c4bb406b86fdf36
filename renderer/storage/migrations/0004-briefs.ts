import type { Dexie } from 'dexie'

export function briefs(database: Dexie): void {
  database.version(4).stores({ briefs: 'brief.id, at' })
}
