import type { Dexie } from 'dexie'

/** Checklists of the version before cannot be resumed by the machine of this one: their notes go on, their steps start anew. */
export function playbookVersionsAndHandling(database: Dexie): void {
  database
    .version(2)
    .stores({ playbooks: 'version', calls: 'id, startedAt, party.number' })
    .upgrade(async (transaction) => {
      await transaction.table('checklists').clear()
      await transaction
        .table('notes')
        .toCollection()
        .modify((note: { handling?: null }) => {
          note.handling = null
        })
    })
}
