import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import { systemClock } from '../../electron/clock.ts'
import { BaresipDialer } from '../../electron/dialers/baresip/baresip-dialer.ts'
import { ListenerLog, silentLog } from '../../electron/dialers/listener-log.ts'
import { type Call, refOf } from '../../shared/call/call.ts'
import { type Baresip, type BaresipOptions, startBaresip } from './baresip.ts'
import { callerRings, type SippCall } from './sipp.ts'

export const missing = ['baresip', 'sipp'].filter((program) => spawnSync('which', [program]).status !== 0)
export const skip = missing.length > 0 && process.env.CI === undefined
if (skip) console.log(`Live tests skipped: ${missing.join(' and ')} not found`)

/** What must end after each test, the newest first where it matters. */
export const stops: (() => Promise<unknown>)[] = []

export async function phone(options: BaresipOptions): Promise<Baresip> {
  const baresip = await startBaresip(options)
  stops.push(() => baresip.kill())
  return baresip
}

export async function followed(baresip: Baresip, known: readonly Call[] = []) {
  const listener = new ListenerLog(systemClock, known)
  const dialer = new BaresipDialer({
    address: { host: '127.0.0.1', port: baresip.ports.control },
    listener,
    clock: systemClock,
    log: silentLog,
  })
  stops.unshift(() => dialer.stop())
  dialer.start(known)
  await listener.untilReady()
  return { dialer, listener }
}

export async function rung(...args: Parameters<typeof callerRings>): Promise<SippCall> {
  const call = await callerRings(...args)
  stops.unshift(() => call.stop())
  return call
}

export function states(listener: ListenerLog): readonly string[] {
  return listener.shown.map(({ party, state, endCause }) => `${party.number} ${endCause ?? state}`)
}

export function refTo(listener: ListenerLog, number: string): string {
  const call = listener.shown.find(({ party }) => party.number === number)
  return call === undefined ? '' : refOf(call)
}

export async function shows(listener: ListenerLog, ...expected: readonly string[]): Promise<void> {
  await expect.poll(() => states(listener), { timeout: 8_000, interval: 20 }).toEqual(expected)
}
