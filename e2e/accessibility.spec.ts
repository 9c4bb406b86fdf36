import type { App } from './app/app.ts'
import { ask } from './app/contract-from-page.ts'
import { barriers } from './drivers/barriers.ts'
import { visitEveryScreen } from './drivers/every-screen.ts'
import { Supervisor } from './drivers/supervisor.ts'
import { mia } from './drivers/team.ts'
import { TeamSettings } from './drivers/team-settings.ts'
import { WarmTransfer } from './drivers/warm-transfer.ts'
import { expect, test } from './fixtures.ts'

const themes = ['light', 'dark'] as const

for (const theme of themes) {
  test(`an agent with a screen reader or weak sight meets no barrier on any ${theme} screen`, { tag: '@browser-only' }, async ({
    app,
  }) => {
    expect(await visitEveryScreen(app, { theme }, barriers)).toEqual([])
  })
}

test('neither agent nor supervisor meets a barrier on the way of a transfer, light or dark', { tag: '@browser-only' }, async ({
  app,
  agent,
  opensTeam,
}) => {
  const { there } = await opensTeam(mia)
  const transfer = new WarmTransfer(app)
  const supervisor = new Supervisor(there)
  const settings = new TeamSettings(there)
  const found: string[] = []
  const look = async ({ page }: App, screen: string) => {
    for (const theme of themes) {
      await ask(page, 'settings.change', { theme })
      await page.locator(`[data-theme="${theme}"]`).waitFor()
      for (const barrier of await barriers(page)) found.push(`${screen}, ${theme}: ${barrier}`)
    }
  }

  await settings.open()
  await look(there, 'team settings')
  await settings.close()
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await transfer.begins()
  await look(app, 'telling the caller')
  await transfer.tellsTheCaller()
  await look(app, 'choosing')
  await transfer.asksFor('A firm delivery date.')
  await transfer.sendsBriefTo('Mia Saar')
  await supervisor.seesBriefFrom('Ana Sild')
  await look(there, 'brief at the edge')
  await supervisor.opensBrief()
  await look(there, 'brief')
  await look(app, 'waiting')
  await supervisor.asksForTwoMinutes()
  await look(there, 'in two minutes')
  await supervisor.accepts()
  await look(there, 'accepted')
  await transfer.isAt('brief Mia Saar')
  await look(app, 'briefing')
  await transfer.briefs('Mia Saar')
  await look(app, 'introducing')
  await transfer.introduces()
  await look(app, 'confirming')
  await transfer.hearsConfirmation()
  await look(app, 'handing over')
  await transfer.goesBackToTheCaller()
  await look(app, 'back to the caller')

  expect(found).toEqual([])
})
