import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import type { CompanionBridge } from '../../shared/contract.ts'
import type { Readable, Writable } from '../../shared/readable.ts'
import type { Result } from '../../shared/result.ts'
import type { CallStore } from '../call/call-store.ts'
import type { Callbacks } from '../callbacks/callbacks.ts'
import type { GiveWay } from '../storage/giving-way.ts'
import type { StorageFailure } from '../storage/storage.ts'
import type { BriefStore } from '../transfer/brief-store.ts'
import type { Mirror } from './steadyline.ts'

/** What callbacks are kept with. */
export interface CallbackParts extends Pick<Callbacks, 'store' | 'alarms'> {
  readonly companion: CompanionBridge
  readonly mirror: Readable<Mirror>
  readonly calls: Pick<CallStore, 'find'>
  readonly briefs: Pick<BriefStore, 'find'>
  readonly unwritten: Writable<ReadonlySet<CallbackId>>
  readonly giveWay?: GiveWay
}

export type Change = (
  id: CallbackId,
  change: (callback: Callback) => Callback,
) => Promise<Result<Callback | undefined, StorageFailure>>
