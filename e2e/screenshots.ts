import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Callback } from '../shared/callbacks/callback.ts'
import { sampleCallback } from '../shared/callbacks/sample-callback.ts'
import type { App } from './app/app.ts'
import { browserApp } from './app/browser-app.ts'
import { ask } from './app/contract-from-page.ts'
import { freshPlace } from './app/fresh-place.ts'
import { Agenda } from './drivers/agenda.ts'
import { Agent } from './drivers/agent.ts'
import { PushingDialer } from './drivers/pushing-dialer.ts'
import { Supervisor } from './drivers/supervisor.ts'
import { ana, joins, liis, mia, passwordsOf } from './drivers/team.ts'
import { WarmTransfer } from './drivers/warm-transfer.ts'
import { startHub } from './rig/real-hub.ts'

const call = { id: 'shown', direction: 'incoming', number: '+14155550132', name: 'Maria Lopez' } as const

/** Drives the running app through one call, one transfer and some promises, and writes what is seen at each moment. */
export async function takeScreenshots(folder: string): Promise<readonly string[]> {
  return [...(await ofOneCall(folder)), ...(await ofOneTransfer(folder)), ...(await ofPromises(folder))]
}

async function ofOneCall(folder: string): Promise<readonly string[]> {
  const place = await freshPlace()
  const app = browserApp(place, 2)
  const taken: string[] = []
  await mkdir(folder, { recursive: true })
  try {
    await app.start()
    const agent = new Agent(app)
    const inBothLooks = async (moment: string) => {
      taken.push(...(await shotsOf(app, folder, moment)))
    }

    await agent.seesEmptyDesk()
    await inBothLooks('empty-desk')
    const dialer = await PushingDialer.pluggedInto(app)
    await dialer.says({ event: 'ringing', ...call })
    await agent.seesCallFrom('Maria Lopez')
    await dialer.says({ event: 'answered', ...call })
    await agent.isAtStep('Prepare')
    await agent.ticks()
    await agent.ticks()
    await agent.ticks()
    await app.page.keyboard.press('1')
    await agent.notes('Was told "tomorrow" twice. Wants a date.')
    await inBothLooks('live-call')
    await dialer.says({ event: 'ended', ...call })
    await agent.seesWrapUp()
    await inBothLooks('wrap-up')
    return taken
  } finally {
    await app.killHard()
    await place.leave()
  }
}

/** What the agent and the supervisor see of the same transfer. */
async function ofOneTransfer(folder: string): Promise<readonly string[]> {
  const hub = await startHub('Steadyline', passwordsOf([ana, mia, liis]))
  const places = [await freshPlace(), await freshPlace(), await freshPlace()] as const
  const [here, there, elsewhere] = [browserApp(places[0], 2), browserApp(places[1], 2), browserApp(places[2], 2)]
  try {
    await Promise.all([here.start(), there.start(), elsewhere.start()])
    await Promise.all([joins(here, hub, ana), joins(there, hub, mia), joins(elsewhere, hub, liis)])
    const agent = new Agent(here)
    const transfer = new WarmTransfer(here)
    const supervisor = new Supervisor(there)
    await agent.startsCallByHand('Maria Lopez', '+14155550132')
    await agent.ticks()
    await agent.ticks()
    await agent.notes('Order 88-1042 was promised for Friday twice. It has been at the depot since Monday.')
    await here.page.keyboard.press('1')
    await transfer.begins()
    await transfer.tellsTheCaller()
    await transfer.asksFor('A delivery date in writing, or the delivery fee back.')
    await transfer.sendsBriefTo('Mia Saar')
    await supervisor.seesBriefFrom('Ana Sild')
    await supervisor.opensBrief()
    await transfer.seesOf('Mia Saar', 'Reading')
    return [...(await shotsOf(here, folder, 'transfer')), ...(await shotsOf(there, folder, 'brief'))]
  } finally {
    await Promise.all([here.killHard(), there.killHard(), elsewhere.killHard()])
    await Promise.all([hub.stop(), ...places.map((place) => place.leave())])
  }
}

/** One call is overdue, and the others of the day and the week stand behind it. */
async function ofPromises(folder: string): Promise<readonly string[]> {
  const place = await freshPlace()
  const app = browserApp(place, 2)
  try {
    await app.start()
    const agenda = new Agenda(app)
    await new Agent(app).seesEmptyDesk()
    await agenda.has([
      promisedIn(-3, 'Maria Lopez', 'Where order 88-1042 is'),
      promisedIn(55, 'Oskar Rebane', 'Whether the refund is out', { priority: 'high' }),
      promisedIn(26 * 60, 'Helen Saar', 'A firm delivery date', {
        keeper: 'deputy',
        deputy: { id: 'mia', name: 'Mia Saar', briefId: crypto.randomUUID() },
      }),
      promisedIn(5 * 24 * 60, 'Nora Lind', 'Is the new router still steady?', { kind: 'satisfaction' }),
    ])
    await app.page.getByRole('button', { name: 'Call now' }).waitFor()
    const bar = await shotsOf(app, folder, 'alarm-bar')
    await agenda.opens()
    return [...bar, ...(await shotsOf(app, folder, 'agenda'))]
  } finally {
    await app.killHard()
    await place.leave()
  }
}

function promisedIn(minutes: number, name: string, reason: string, more: Partial<Callback> = {}): Callback {
  const wall = new Date(Date.now() + minutes * 60_000).toISOString().slice(0, 16)
  const time = { wall, zone: 'UTC', fold: 'only', at: Date.parse(`${wall}Z`), rules: 'seeded' } as const
  const person = { name, number: '+14155550132' }
  return sampleCallback({ id: crypto.randomUUID(), person, reason, due: time, promisedFor: time, ...more })
}

async function shotsOf({ page }: App, folder: string, moment: string): Promise<readonly string[]> {
  const taken: string[] = []
  for (const theme of ['light', 'dark'] as const) {
    await ask(page, 'settings.change', { theme })
    await page.locator(`[data-theme="${theme}"]`).waitFor()
    await page.evaluate(() => document.fonts.ready)
    const file = path.join(folder, `${moment}-${theme}.png`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
    taken.push(file)
  }
  return taken
}
