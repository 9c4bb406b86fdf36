import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { AppPlace, MortalApp } from './app.ts'
import { ended, printedAddress, startHost } from './browser-host.ts'
import { killAllWith, stopAllWith } from './processes.ts'

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

function openChromium(profileDir: string, deviceScaleFactor: number): Promise<BrowserContext> {
  const executablePath = process.env.STEADYLINE_BROWSER
  return chromium.launchPersistentContext(profileDir, {
    ...(executablePath ? { executablePath } : {}),
    viewport: { width: 400, height: 860 },
    deviceScaleFactor,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
}
