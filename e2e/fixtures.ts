import { test as base } from '@playwright/test'
import type { App } from './app/app.ts'
import { browserApp } from './app/browser-app.ts'
import { desktopApp } from './app/desktop-app.ts'
import { freshPlace } from './app/fresh-place.ts'
import { JumpingClock } from './app/jumping-clock.ts'
import { StoryClock } from './app/story-clock.ts'
import { Agent } from './drivers/agent.ts'
import { type Dialer, plugInDialer } from './drivers/dialer.ts'
import { ana, joins, type Member, passwordsOf } from './drivers/team.ts'
import { type Baresip, type BaresipOptions, startBaresip } from './rig/baresip.ts'
import { needs } from './rig/needs.ts'
import { type HubKind, type RealHub, startHub } from './rig/real-hub.ts'

export { expect } from '@playwright/test'

interface Fixtures {
  /** Whether time passes for all that runs, or the companion's wall clock is really put elsewhere. */
  readonly clock: 'passes' | 'jumps'
  /** Steadyline, running, with nothing in it. */
  readonly app: App
  readonly agent: Agent
  /** A real softphone that Steadyline is connected to. */
  readonly dialer: Dialer
  /** Starts Steadyline for somebody else of the team, on a machine of their own. */
  readonly opensApp: () => Promise<App>
  /** Starts a hub of the kind that lets these people in. */
  readonly opensHub: (kind: HubKind, members: readonly Member[]) => Promise<RealHub>
  /** Starts a hub and a colleague's Steadyline, and signs both in: this one as Ana. */
  readonly opensTeam: (colleague: Member, kind?: HubKind) => Promise<{ readonly hub: RealHub; readonly there: App }>
  /** Starts the phone of somebody else: a customer, or a colleague whose phone picks up by itself. */
  readonly opensPhone: (options: Pick<BaresipOptions, 'name' | 'answerMode'>) => Promise<Baresip>
}

export const test = base.extend<Fixtures>({
  clock: ['passes', { option: true }],
  app: async ({ clock }, use, testInfo) => {
    const { app, leave } = await freshApp(testInfo.project.name, clock)
    try {
      await app.start()
      await use(app)
    } finally {
      await leave()
    }
  },
  agent: async ({ app }, use) => use(new Agent(app)),
  dialer: async ({ app }, use) => {
    const dialer = await plugInDialer(app)
    await use(dialer)
    await dialer.unplug()
  },
  opensApp: async ({ clock }, use, testInfo) => {
    const ends: (() => Promise<void>)[] = []
    await use(async () => {
      const { app, leave } = await freshApp(testInfo.project.name, clock)
      ends.push(leave)
      await app.start()
      return app
    })
    await Promise.all(ends.map((end) => end()))
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  opensHub: async ({}, use) => {
    const hubs: RealHub[] = []
    await use(async (kind, members) => {
      if (kind === 'Mosquitto') needs('mosquitto')
      const hub = await startHub(kind, passwordsOf(members))
      hubs.push(hub)
      return hub
    })
    await Promise.all(hubs.map((hub) => hub.stop()))
  },
  opensTeam: ({ app, opensApp, opensHub }, use) =>
    use(async (colleague, kind = 'Steadyline') => {
      const [hub, there] = await Promise.all([opensHub(kind, [ana, colleague]), opensApp()])
      await Promise.all([joins(app, hub, ana), joins(there, hub, colleague)])
      return { hub, there }
    }),
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern.
  opensPhone: async ({}, use) => {
    const phones: Baresip[] = []
    await use(async (options) => {
      needs('baresip')
      const phone = await startBaresip(options)
      phones.push(phone)
      return phone
    })
    await Promise.all(phones.map((phone) => phone.kill()))
  },
})

async function freshApp(project: string, clock: Fixtures['clock']): Promise<{ readonly app: App; leave(): Promise<void> }> {
  const place = await freshPlace()
  const Clock = clock === 'jumps' ? JumpingClock : StoryClock
  const clocked = { ...place, clock: new Clock(`${place.profileDir}.clock`) }
  const app = project === 'desktop' ? desktopApp(clocked) : browserApp(clocked)
  return {
    app,
    async leave() {
      await app.killHard()
      await place.leave()
    },
  }
}
