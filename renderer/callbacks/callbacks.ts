import type { Alarm } from '../../shared/callbacks/alarm.ts'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import type { CallbackFact } from '../../shared/callbacks/callback-transitions.ts'
import type { AlarmFailure, CommandEffect } from '../../shared/contract.ts'
import type { DialerFailure } from '../../shared/dialers/dialer-health.ts'
import type { Readable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'
import type { StorageFailure } from '../storage/storage.ts'
import type { AgendaPage } from './agenda-store.ts'
import type { CallbackStore } from './callback-store.ts'
import type { PromiseDraft } from './promise-draft.ts'

export interface CompanionSilent {
  readonly kind: 'companion.silent'
}

/** Everything a screen can do about callbacks: each change is on the disk, and main rings by it, before it is answered. */
export interface Callbacks {
  readonly store: CallbackStore
  /** What rings or has rung, the earliest first. */
  readonly alarms: Readable<readonly Alarm[]>
  /** The next to be kept, the earliest first; `undefined` while loading. */
  readonly soonest: Readable<AgendaPage | undefined>
  /** Those main could not write down: it rings by them, and a restart of it would forget them. They are told again by themselves. */
  readonly unwritten: Readable<ReadonlySet<CallbackId>>
  /** The same id again is the same callback, as it stands; without one it gets one of its own. */
  promise(draft: PromiseDraft, id?: CallbackId): Promise<Result<Callback, StorageFailure>>
  /** A fact of now, unless `at` says when it was. */
  told(id: CallbackId, fact: CallbackFact, at?: number): Promise<Result<Callback | undefined, StorageFailure>>
  /** What cannot be told as a fact: notes, reason, topic, priority, keeper and deputy. */
  edit(id: CallbackId, part: Partial<PromiseDraft>): Promise<Result<Callback | undefined, StorageFailure>>
  /** Undo of any of the above, by what it was before and after it; undefined when something came since that rests on it. */
  putBack(before: Callback, after: Callback): Promise<Result<Callback | undefined, StorageFailure>>
  /** Keeps many at once, all or none: an import. */
  adopt(callbacks: readonly Callback[]): Promise<Result<null, StorageFailure>>
  /** Takes an import back, but for what was changed since. */
  disown(taken: readonly Callback[], before: ReadonlyMap<CallbackId, Callback>): Promise<Result<null, StorageFailure>>
  call(id: CallbackId, through: 'dialer' | 'system'): Promise<Result<CommandEffect, DialerFailure | CompanionSilent>>
  snooze(id: CallbackId, minutes: number): Promise<Result<Alarm, AlarmFailure | CompanionSilent>>
  handOver(id: CallbackId): Promise<Result<null, AlarmFailure | BriefFailure | CompanionSilent>>
}
