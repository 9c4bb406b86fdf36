import { Dexie, type EntityTable, type Table } from 'dexie'
import type { CallId } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { callsChecklistsNotes } from './migrations/0001-calls-checklists-notes.ts'
import { playbookVersionsAndHandling } from './migrations/0002-playbook-versions-and-handling.ts'
import { playbookDrafts } from './migrations/0003-playbook-drafts.ts'
import { briefs } from './migrations/0004-briefs.ts'
import { callbacks } from './migrations/0005-callbacks.ts'

const migrations: readonly ((database: Dexie) => void)[] = [
  callsChecklistsNotes,
  playbookVersionsAndHandling,
  playbookDrafts,
  briefs,
  callbacks,
]

/** A checklist as it last stood, resumed after a reload or a crash. */
export interface StoredChecklist {
  readonly callId: CallId
  /** The playbook as it was when the call came in. */
  readonly playbookVersion: string
  /** `closed` once nothing is left to do; only open ones are resumed. */
  readonly stage: 'open' | 'closed'
  /** What `getPersistedSnapshot` gave; opaque to all but the machine. */
  readonly snapshot: unknown
}

/** What was written into a playbook and not saved yet. */
export interface StoredPlaybookDraft {
  readonly file: string
  readonly text: string
  /** The file's text when the draft was begun, by which a change from elsewhere is noticed. */
  readonly base: string
}

/**
 * Everything that must outlast a window.
 *
 * `strict` because Chromium's default acknowledges a write before it is on the disk; no `autoOpen` because re-opening a
 * store after a disk error can wipe it. `upTo` opens an older version, for migration tests.
 */
export class SteadylineDatabase extends Dexie {
  declare calls: EntityTable<CallRecord, 'id'>
  declare checklists: EntityTable<StoredChecklist, 'callId'>
  declare notes: EntityTable<Note, 'id'>
  /** Every version a call was handled with; never changed, never removed. */
  declare playbooks: EntityTable<Playbook, 'version'>
  declare playbookDrafts: EntityTable<StoredPlaybookDraft, 'file'>
  declare callbacks: EntityTable<Callback, 'id'>
  /** Under `brief.id`: every brief sent or received here. */
  declare briefs: Table<BriefRecord, BriefId>

  constructor(name = 'steadyline', upTo = Number.POSITIVE_INFINITY) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false })
    for (const migrate of migrations.slice(0, upTo)) migrate(this)
  }
}
