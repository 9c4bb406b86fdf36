import { test as base } from '@playwright/test'
import type { App } from './app/app.ts'
import { browserApp } from './app/browser-app.ts'
import { desktopApp } from './app/desktop-app.ts'
import { freshPlace } from './app/fresh-place.ts'
import { Agent } from './drivers/agent.ts'
import { type Dialer, plugInDialer } from './drivers/dialer.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  /** Steadyline, running, with nothing in it. */
  readonly app: App
  readonly agent: Agent
  /** A real softphone that Steadyline is connected to. */
  readonly dialer: Dialer
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  app: async ({}, use, testInfo) => {
    const place = await freshPlace()
    const app = testInfo.project.name === 'desktop' ? desktopApp(place) : browserApp(place)
    try {
      await app.start()
      await use(app)
    } finally {
      await app.killHard()
      await place.leave()
    }
  },
  agent: async ({ app }, use) => use(new Agent(app)),
  dialer: async ({ app }, use) => {
    const dialer = await plugInDialer(app)
    await use(dialer)
    await dialer.unplug()
  },
})
