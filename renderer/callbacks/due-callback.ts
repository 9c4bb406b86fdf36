import type { Alarm } from '../../shared/callbacks/alarm.ts'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { sampleCallback } from '../../shared/callbacks/sample-callback.ts'
import { promisedAt } from './wall-time.ts'

/** For tests: a promise that is due so many minutes from now. */
export function dueCallback(minutes: number, changes: Partial<Callback> = {}): Callback {
  const time = promisedAt(Date.now() + minutes * 60_000, 'Europe/Tallinn')
  return sampleCallback({ id: crypto.randomUUID(), due: time, promisedFor: time, ...changes })
}

/** For tests: its alarm as main has it. */
export function alarmOf(callback: Callback, changes: Partial<Alarm> = {}): Alarm {
  const { id, due } = callback
  const stage = due.at > Date.now() ? 'lead' : 'due'
  return {
    callbackId: id,
    at: due.at,
    stage,
    ringsAt: due.at,
    snoozedUntil: null,
    whileAway: false,
    handedOverAt: null,
    ...changes,
  }
}
