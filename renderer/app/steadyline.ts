import type { Actor } from 'xstate'
import type { Call, CallId, Party } from '../../shared/call/call.ts'
import type { Mono } from '../../shared/call/stopwatch.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { CompanionBridge, Snapshot } from '../../shared/contract.ts'
import type { Standing } from '../../shared/people/one-time-or-pattern.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { Care } from '../care/care.ts'
import type { Keeping } from '../care/keeping.ts'
import type { checklistMachine } from '../checklist/checklist.machine.ts'
import type { NoteDraft } from '../notes/note-draft.ts'
import type { NoteStore } from '../notes/note-store.ts'
import type { People } from '../people/people.ts'
import type { PlaybookDraftStore } from '../playbook/playbook-draft-store.ts'
import type { PlaybookStore } from '../playbook/playbook-store.ts'
import type { Review } from '../review/review.ts'
import type { Search } from '../search/search.ts'
import type { SecondCopyState } from '../storage/second-copy-state.ts'
import type { StorageState } from '../storage/storage-state.ts'
import type { BriefStore } from '../transfer/brief-store.ts'
import type { Inbox } from '../transfer/inbox.ts'
import type { PickedAlarms } from './picked-alarms.ts'

/** What the companion last told this window of itself; its calls are on the desk. */
export interface Mirror {
  /** `connecting` until the first snapshot, `down` while the line is lost: what is shown is the last known state. */
  readonly link: 'connecting' | 'up' | 'down'
  readonly dialers: Snapshot['dialers']
  readonly settings: Snapshot['settings']
  readonly playbooks: Snapshot['playbooks']
  readonly team: Snapshot['team']
  readonly hub: Snapshot['hub']
  readonly secrets: Snapshot['secrets']
  /** What rings or has rung for a promised call. */
  readonly alarms: Snapshot['alarms']
  readonly about: Snapshot['about']
}

/** A call on the desk: on the line, or over and waiting for its wrap-up. */
export interface DeskCall {
  readonly call: Call
  /** The second leg, while the agent asks a colleague about this call. */
  readonly consult: Call | null
  /** Who is shown to be on the line: as the dialer names them, or as promised where it names nobody. */
  readonly party: Party
  /** Null until the store has been asked, and where no call is known of somebody who was promised one. */
  readonly standing: Standing | null
  /** Open when the call began, for the one at the other end; null when there was none. */
  readonly promise: Pick<Callback, 'id' | 'person'> | null
  readonly playbook: Playbook
  readonly checklist: Actor<typeof checklistMachine>
  readonly note: NoteDraft
}

export interface Desk {
  /** Oldest first. */
  readonly calls: readonly DeskCall[]
  /** The call under the agent's eyes; null when the desk is empty. */
  readonly shown: CallId | null
}

/** Everything a screen can reach; provided once by `wiring.ts`. */
export interface Steadyline {
  readonly companion: CompanionBridge
  readonly mirror: Readable<Mirror>
  readonly desk: Readable<Desk>
  readonly storage: Readable<StorageState>
  readonly secondCopy: Readable<SecondCopyState>
  readonly notes: NoteStore
  /** Over every call and note; loaded by the first question. */
  search(): Promise<Search>
  /** For looking back on days, calls and incidents; loaded by the first look. */
  review(): Promise<Review>
  /** Everybody outside who has called or was called; loaded behind the first window. */
  people(): Promise<People>
  /** How long records are kept, and how they are got rid of. */
  keeping(): Promise<Keeping>
  /** Export, import and backup; loaded by the first use. */
  care(): Promise<Care>
  readonly playbooks: PlaybookStore
  readonly playbookDrafts: PlaybookDraftStore
  /** Every brief there was, for reading. */
  readonly briefs: BriefStore
  /** Briefs sent to this person that are still before them. */
  readonly inbox: Inbox
  /** Every call that was promised. */
  readonly callbacks: Callbacks
  readonly pickedAlarms: PickedAlarms
  /** Puts another call of the desk under the agent's eyes. */
  show(call: CallId): void
  /** The companion's monotonic clock, as this window knows it. */
  now(): Mono
}
