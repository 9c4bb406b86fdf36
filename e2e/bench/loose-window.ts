import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Browser, chromium, type Page } from '@playwright/test'
import { ended, printedAddress, startHost } from '../app/browser-host.ts'
import { freshPlace } from '../app/fresh-place.ts'
import { killAllWith } from '../app/processes.ts'

/** Steadyline in a Chromium that the driver can let go of: a driver hears of every message of the page, which costs the page time. */
export interface LooseWindow {
  /** Another object after each `takeHold`; its init scripts are gone with the hold. */
  readonly page: Page
  letGo(): Promise<void>
  takeHold(): Promise<void>
}

/** Runs `measure` in a fresh browser shell. */
export async function withLooseWindow<Result>(measure: (window: LooseWindow) => Promise<Result>): Promise<Result> {
  const place = await freshPlace()
  const host = startHost(place.dataDir, place.port)
  let browser: Browser | undefined
  const window = {
    get page() {
      const page = browser?.contexts()[0]?.pages()[0]
      if (page === undefined) throw new Error('the window was let go of')
      return page
    },
    async letGo() {
      await browser?.close()
    },
    async takeHold() {
      browser = await chromium.connectOverCDP(await devTools(place.profileDir))
    },
  }
  try {
    const address = await printedAddress(host)
    startChromium(place.profileDir)
    await window.takeHold()
    await window.page.goto(address)
    return await measure(window)
  } finally {
    await Promise.all([ended(host, 'SIGKILL'), killAllWith(place.profileDir)])
    await place.leave()
  }
}

function startChromium(profileDir: string): void {
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const place = [`--user-data-dir=${profileDir}`, '--remote-debugging-port=0', '--window-size=400,860']
  spawn(
    process.env.STEADYLINE_BROWSER || chromium.executablePath(),
    ['--headless', ...quiet, ...asRoot, ...place, 'about:blank'],
    {
      stdio: 'ignore',
    },
  )
}

/** Where a driver takes hold, which Chromium writes into its profile once it listens. */
async function devTools(profileDir: string): Promise<string> {
  const deadline = performance.now() + 20_000
  while (performance.now() < deadline) {
    const written = await readFile(path.join(profileDir, 'DevToolsActivePort'), 'utf8').catch(() => '')
    const [port] = written.split('\n')
    if (port) return `http://127.0.0.1:${port}`
    await setTimeout(50)
  }
  throw new Error('Chromium did not start')
}
