import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { browserApp } from './app/browser-app.ts'
import { ask } from './app/contract-from-page.ts'
import { freshPlace } from './app/fresh-place.ts'
import { Agent } from './drivers/agent.ts'
import { PushingDialer } from './drivers/pushing-dialer.ts'

const call = { id: 'shown', direction: 'incoming', number: '+14155550132', name: 'Maria Lopez' } as const

/** Drives the running app through one call and writes what the agent sees at each moment. */
export async function takeScreenshots(folder: string): Promise<readonly string[]> {
  const place = await freshPlace()
  const app = browserApp(place, 2)
  const taken: string[] = []
  await mkdir(folder, { recursive: true })
  try {
    await app.start()
    const agent = new Agent(app)
    const shoot = async (moment: string) => {
      const file = path.join(folder, `${moment}.png`)
      await app.page.evaluate(() => document.fonts.ready)
      await app.page.screenshot({ path: file, animations: 'disabled', caret: 'hide' })
      taken.push(file)
    }
    const inBothLooks = async (moment: string) => {
      for (const theme of ['light', 'dark'] as const) {
        await ask(app.page, 'settings.change', { theme })
        await app.page.locator(`[data-theme="${theme}"]`).waitFor()
        await shoot(`${moment}-${theme}`)
      }
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
