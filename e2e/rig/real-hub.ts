import type { PersonId } from '../../shared/transfer/colleague.ts'
import { startMosquitto } from './mosquitto.ts'
import { startSteadylineHub } from './steadyline-hub.ts'

/** A hub in a process of its own that can crash. */
export interface RealHub {
  readonly url: string
  readonly pid: number
  /** As a crash would; what it kept stays for `start`. */
  kill(): Promise<void>
  /** Starts it again where it was. */
  start(): Promise<void>
  /** Ends it and removes what it kept. */
  stop(): Promise<void>
}

export type HubKind = 'Steadyline' | 'Mosquitto'

/** Passwords by user name. */
export function startHub(kind: HubKind, passwords: Readonly<Record<PersonId, string>>): Promise<RealHub> {
  return kind === 'Mosquitto' ? startMosquitto(passwords) : startSteadylineHub(passwords)
}
