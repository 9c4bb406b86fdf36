import type { Alarm, ArmedCallback } from '../../shared/callbacks/alarm.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import type { AlarmFailure } from '../../shared/contract.ts'
import { failed, type Result, success } from '../../shared/result.ts'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import type { BriefFailure } from '../../shared/transfer/team.ts'

/** Rings for every promised call, whether a window is there or not. */
export interface AlarmOffice {
  /** Alarms that ring or have rung, the earliest first. */
  ringing(): readonly Alarm[]
  arm(callbacks: readonly ArmedCallback[]): Promise<Result<null, AlarmFailure>>
  set(callback: ArmedCallback): Promise<Result<null, AlarmFailure>>
  clear(id: CallbackId): Promise<Result<null, AlarmFailure>>
  snooze(id: CallbackId, minutes: number): Promise<Result<Alarm, AlarmFailure>>
  handOver(id: CallbackId): Promise<Result<BriefRecord, AlarmFailure | BriefFailure>>
  stop(): Promise<void>
}

export async function openAlarms(): Promise<AlarmOffice> {
  return {
    ringing: () => [],
    arm: async () => success(null),
    set: async () => success(null),
    clear: async () => success(null),
    snooze: async () => failed({ kind: 'alarm.unknown' }),
    handOver: async () => failed({ kind: 'alarm.unknown' }),
    stop: async () => undefined,
  }
}
