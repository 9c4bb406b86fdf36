import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { hashOf } from '../../electron/hub/password.ts'
import { freeTcpPort } from '../rig/free-port.ts'
import { startMosquitto } from '../rig/mosquitto.ts'

/** A broker in a process of its own, where every member has the same password. */
export interface Broker {
  readonly url: string
  readonly pid: number
  stop(): Promise<void>
}

export const password = 'the-same-for-all'

export async function ourHub(members: readonly string[]): Promise<Broker> {
  const data = await mkdtemp(path.join(tmpdir(), 'steadyline-hub-'))
  const port = await freeTcpPort()
  const { salt, hash } = await hashOf(password)
  const kept = { salt: salt.toString('base64'), hash: hash.toString('base64') }
  await mkdir(path.join(data, 'hub'))
  const text = JSON.stringify({ members: Object.fromEntries(members.map((user) => [user, kept])) })
  await writeFile(path.join(data, 'hub', 'members.json'), text)
  const child = spawn(process.execPath, ['out/main/hub-host.js', '--data', data, '--port', String(port)], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await printed(child, 'The hub runs')
  return {
    url: `mqtt://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      const exit = once(child, 'exit')
      child.kill('SIGTERM')
      await exit
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export function mosquitto(members: readonly string[]): Promise<Broker> {
  return startMosquitto(Object.fromEntries(members.map((user) => [user, password])))
}

async function printed(child: ChildProcess, beginning: string): Promise<void> {
  if (child.stdout === null) throw new Error('the hub has no output')
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith(beginning)) continue
    child.stdout.resume()
    return
  }
  throw new Error('the hub did not start')
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
