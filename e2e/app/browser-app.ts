import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { AppPlace, MortalApp } from './app.ts'
import { killAllWith, stopAllWith } from './processes.ts'
import type { StoryClock } from './story-clock.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The browser shell: its host on this Node, its window in a Chromium with a profile that outlives it. */
export function browserApp({ dataDir, profileDir, port, clock }: AppPlace, deviceScaleFactor = 1): MortalApp {
  let host: ChildProcess | undefined
  let context: BrowserContext | undefined
  let page: Page | undefined

  return {
    shell: 'browser',
    dataDir,
    storeDir: path.join(profileDir, 'Default', 'IndexedDB'),
    get page() {
      if (page === undefined) throw new Error('Steadyline is not running')
      return page
    },
    async start() {
      host = startHost(dataDir, port, clock)
      const [address, opened] = await Promise.all([printedAddress(host), openChromium(profileDir, deviceScaleFactor)])
      context = opened
      page = context.pages()[0] ?? (await context.newPage())
      await clock?.setWindowsOf(context)
      await page.goto(address)
    },
    async stop() {
      await context?.close()
      context = undefined
      await ended(host, 'SIGTERM')
    },
    killCompanion: () => ended(host, 'SIGKILL'),
    killWindow: () => killAllWith(profileDir),
    async standStill() {
      host?.kill('SIGSTOP')
      await stopAllWith(profileDir)
    },
    async killHard() {
      await Promise.all([ended(host, 'SIGKILL'), killAllWith(profileDir)])
      await context?.close().catch(() => undefined)
      context = undefined
    },
    async letsPass(minutes) {
      await clock?.passes(minutes * 60_000, context)
    },
  }
}

function startHost(dataDir: string, port: number, clock: StoryClock | undefined): ChildProcess {
  return spawn(process.execPath, [...(clock?.args ?? []), 'out/main/browser-host.js'], {
    cwd: root,
    env: { ...process.env, ...clock?.env, STEADYLINE_DATA: dataDir, STEADYLINE_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** The address with the token, which the host prints once it listens. */
async function printedAddress(host: ChildProcess): Promise<string> {
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

function openChromium(profileDir: string, deviceScaleFactor: number): Promise<BrowserContext> {
  const executablePath = process.env.STEADYLINE_BROWSER
  return chromium.launchPersistentContext(profileDir, {
    ...(executablePath ? { executablePath } : {}),
    viewport: { width: 400, height: 860 },
    deviceScaleFactor,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}

async function ended(host: ChildProcess | undefined, signal: NodeJS.Signals): Promise<void> {
  if (host === undefined || host.exitCode !== null || host.signalCode !== null) return
  const exit = once(host, 'exit')
  host.kill(signal)
  await exit
}
