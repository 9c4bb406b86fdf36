import type { Alarm } from '../../shared/callbacks/alarm.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'

export interface RingingCallback {
  readonly alarm: Alarm
  readonly callback: Callback
}

/** What somebody has to be told of now: first what came due while the app was closed, then the earliest. */
export function alarmsBefore(alarms: readonly Alarm[], open: readonly Callback[], now: number): readonly RingingCallback[] {
  const byId = new Map(open.map((callback) => [callback.id, callback]))
  return alarms
    .flatMap((alarm) => {
      const callback = byId.get(alarm.callbackId)
      const isQuiet = alarm.stage === 'waiting' || (alarm.snoozedUntil ?? 0) > now
      return callback === undefined || callback.state !== 'pending' || isQuiet ? [] : [{ alarm, callback }]
    })
    .toSorted((one, other) => Number(other.alarm.whileAway) - Number(one.alarm.whileAway) || one.alarm.at - other.alarm.at)
}
