import { readFile } from 'node:fs/promises'
import { startMosquitto } from '../rig/mosquitto.ts'
import type { RealHub } from '../rig/real-hub.ts'
import { startSteadylineHub } from '../rig/steadyline-hub.ts'

/** A broker in a process of its own, where every member has the same password. */
export type Broker = Pick<RealHub, 'url' | 'pid' | 'stop'>

export const password = 'the-same-for-all'

export function ourHub(members: readonly string[]): Promise<Broker> {
  return startSteadylineHub(sharing(members))
}

export function mosquitto(members: readonly string[]): Promise<Broker> {
  return startMosquitto(sharing(members))
}

function sharing(members: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(members.map((user) => [user, password]))
}

export interface Upkeep {
  readonly rssMb: number
  /** Since the process began. */
  readonly cpuSeconds: number
}

/** As Linux counts: `stat` holds user and system time in hundredths of a second, fields 14 and 15. */
export async function upkeepOf(pid: number): Promise<Upkeep> {
  const [status, stat] = await Promise.all([readFile(`/proc/${pid}/status`, 'utf8'), readFile(`/proc/${pid}/stat`, 'utf8')])
  const kilobytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return { rssMb: kilobytes / 1024, cpuSeconds: (Number(fields[11]) + Number(fields[12])) / 100 }
}
