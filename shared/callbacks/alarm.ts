import * as z from 'zod'
import { brief } from '../transfer/brief.ts'
import type { CallbackId } from './callback.ts'

/** What main needs of an open callback to ring for it while no window is there. */
export interface ArmedCallback {
  readonly id: CallbackId
  /** When to call; ms since 1970. */
  readonly at: number
  readonly name: string
  readonly number: string
  /** One line of what it is about. */
  readonly reason: string
  /** When it was promised for, as the agent reads it, such as `promised for 15:00`: main has neither the words nor the zones. */
  readonly said: string
  /** What goes to the deputy when nobody has called by `at`; null when there is none. */
  readonly handOver: { readonly at: number; readonly brief: z.infer<typeof brief> } | null
  /** The last snooze on its record; absent when there is none since the time was agreed. */
  readonly snoozedUntil?: number | undefined
}

/**
 * How far the ringing of one callback has come.
 *
 *     waiting ─> lead ─> due ─> overdue (again after 1, 5 and 15 minutes, then every 15)
 *
 * A snooze is a later time to ring at, and moves no promise.
 */
export type AlarmStage = 'waiting' | 'lead' | 'due' | 'overdue'

/** An alarm as main has it: what a window shows of it, and what a restart goes on from. */
export interface Alarm {
  readonly callbackId: CallbackId
  readonly at: number
  readonly stage: AlarmStage
  /** When it rings next; ms since 1970. */
  readonly ringsAt: number
  readonly snoozedUntil: number | null
  /** It came due while the companion was not running. */
  readonly whileAway: boolean
  /** When the deputy's brief was given to the hub's line; null until then. */
  readonly handedOverAt: number | null
}

export const callbackId = z.uuid()

const instant = z.number().int().min(0).max(8_640_000_000_000_000)
const line = z.string().max(2000)

export const armedCallback = z.strictObject({
  id: callbackId,
  at: instant,
  name: line,
  number: line,
  reason: line,
  said: line,
  handOver: z.strictObject({ at: instant, brief }).nullable(),
  snoozedUntil: instant.optional(),
})

export const armedCallbacks = z.array(armedCallback).max(100_000)
