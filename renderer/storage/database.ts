import { Dexie, type EntityTable, type Table } from 'dexie'
import type { Break } from '../../shared/breaks/break.ts'
import type { CallId } from '../../shared/call/call.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { CallRecord, Note } from '../../shared/notes/note.ts'
import type { NoteEdit } from '../../shared/notes/note-edit.ts'
import type { Person } from '../../shared/people/person.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { BriefId } from '../../shared/transfer/brief.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { callsChecklistsNotes } from './migrations/0001-calls-checklists-notes.ts'
import { playbookVersionsAndHandling } from './migrations/0002-playbook-versions-and-handling.ts'
import { playbookDrafts } from './migrations/0003-playbook-drafts.ts'
import { briefs } from './migrations/0004-briefs.ts'
import { callbacks } from './migrations/0005-callbacks.ts'
import { searchSegments } from './migrations/0006-search-segments.ts'
import { secondCopy } from './migrations/0007-second-copy.ts'
import { people } from './migrations/0008-people.ts'
import { noteEdits } from './migrations/0009-note-edits.ts'
import { incidentsAndBreaks } from './migrations/0010-incidents-and-breaks.ts'
import { learnings } from './migrations/0011-learnings.ts'

const migrations: readonly ((database: Dexie) => void)[] = [
  callsChecklistsNotes,
  playbookVersionsAndHandling,
  playbookDrafts,
  briefs,
  callbacks,
  searchSegments,
  secondCopy,
  people,
  noteEdits,
  incidentsAndBreaks,
  learnings,
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

/** A part of the search index, which can be built anew from the records. */
export interface StoredSearchPart {
  readonly key: string
  /** Opaque to all but the search. */
  readonly value: unknown
}

/** A record that the second copy may not have as it stands now. */
export interface OutboxRow {
  /** Given by the store. */
  readonly order?: number
  readonly table: string
  readonly key: string
}

/** How far this store and the second copy agree. */
export interface SecondCopyMark {
  readonly name: 'secondCopy'
  /** Id of the journal. */
  readonly journal: string
  /** All its entries up to this number are in this store. */
  readonly last: number
  /** Version of this store when all of it had been given to the journal. */
  readonly version: number
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
  declare people: EntityTable<Person, 'id'>
  declare noteEdits: EntityTable<NoteEdit, 'id'>
  declare incidents: EntityTable<Incident, 'id'>
  declare breaks: EntityTable<Break, 'id'>
  /** Under `brief.id`: every brief sent or received here. */
  declare briefs: Table<BriefRecord, BriefId>

  declare searchSegments: EntityTable<StoredSearchPart, 'key'>
  declare outbox: EntityTable<OutboxRow, 'order'>
  declare meta: EntityTable<SecondCopyMark, 'name'>

  constructor(name = 'steadyline', upTo = Number.POSITIVE_INFINITY) {
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false })
    for (const migrate of migrations.slice(0, upTo)) migrate(this)
  }
}
