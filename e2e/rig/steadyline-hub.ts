import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { hashOf } from '../../electron/hub/password.ts'
import { freeTcpPort } from './free-port.ts'
import type { RealHub } from './real-hub.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What `npm run hub` runs once it is built, in a directory of its own. */
export async function startSteadylineHub(passwords: Readonly<Record<string, string>>): Promise<RealHub> {
  const data = await mkdtemp(path.join(tmpdir(), 'steadyline-hub-'))
  const port = await freeTcpPort()
  await mkdir(path.join(data, 'hub'))
  await writeFile(path.join(data, 'hub', 'members.json'), JSON.stringify({ members: await hashesOf(passwords) }), { mode: 0o600 })
  let child: ChildProcess

  async function start(): Promise<void> {
    const args = ['out/main/hub-host.js', '--data', data, '--port', String(port)]
    child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
    await printed(child, 'The hub runs')
  }

  async function ends(signal: NodeJS.Signals): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null) return
    const exit = once(child, 'exit')
    child.kill(signal)
    await exit
  }

  await start()
  return {
    url: `mqtt://127.0.0.1:${port}`,
    get pid() {
      return child.pid ?? 0
    },
    start,
    kill: () => ends('SIGKILL'),
    async stop() {
      await ends('SIGTERM')
      await rm(data, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** One hash for each password: a team of hundreds may share one, and each takes its time. */
async function hashesOf(passwords: Readonly<Record<string, string>>) {
  const hashes = new Map<string, { readonly salt: string; readonly hash: string }>()
  for (const password of new Set(Object.values(passwords))) {
    const { salt, hash } = await hashOf(password)
    hashes.set(password, { salt: salt.toString('base64'), hash: hash.toString('base64') })
  }
  return Object.fromEntries(Object.entries(passwords).map(([user, password]) => [user, hashes.get(password)]))
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
