import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { AppClock } from './app-clock.ts'

const root = path.resolve(import.meta.dirname, '../..')

export function startHost(dataDir: string, port: number, clock?: AppClock): ChildProcess {
  return spawn(process.execPath, [...(clock?.args ?? []), 'out/main/browser-host.js'], {
    cwd: root,
    env: { ...process.env, ...clock?.env, STEADYLINE_DATA: dataDir, STEADYLINE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The address with the token, which the host prints once it listens. */
export async function printedAddress(host: ChildProcess): Promise<string> {
  let said = ''
  host.stderr?.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  if (host.stdout === null) throw new Error('the host has no output')
  for await (const line of createInterface({ input: host.stdout })) {
    said += `${line}\n`
    const address = /http:\/\/127\.0\.0\.1:\d+\/enter\?token=[\w-]+/.exec(line)?.[0]
    if (address === undefined) continue
    host.stdout.resume()
    return address
  }
  throw new Error(`the browser shell printed no address: ${said}`)
}

export async function ended(host: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (host === undefined || host.exitCode !== null || host.signalCode !== null) return
  const exit = once(host, 'exit')
  host.kill(signal)
  await exit
}
