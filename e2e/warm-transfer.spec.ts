import { ask } from './app/contract-from-page.ts'
import { HardCall } from './drivers/hard-call.ts'
import { Supervisor } from './drivers/supervisor.ts'
import { ana, isConnected, joins, liis, mia } from './drivers/team.ts'
import { TeamSettings } from './drivers/team-settings.ts'
import { WarmTransfer } from './drivers/warm-transfer.ts'
import { expect, test } from './fixtures.ts'
import { freeTcpPort } from './rig/free-port.ts'

test('a supervisor sets the team up, gets a brief, accepts, and reads on until the end of the call, by keyboard alone', async ({
  app,
  agent,
  opensApp,
}) => {
  const there = await opensApp()
  const supervisor = new Supervisor(there)
  const theirSettings = new TeamSettings(there)
  await theirSettings.open()
  const url = await theirSettings.hostsTheHub(await freeTcpPort())
  const passwords = { ana: await theirSettings.letsIn(ana), mia: await theirSettings.letsIn(mia) }
  await theirSettings.writes(url, mia, passwords.mia)
  await theirSettings.joins()
  await theirSettings.close()
  await supervisor.isShownAs('Available')
  const settings = new TeamSettings(app)
  await settings.open()
  await settings.writes(url, ana, 'guessed')
  await settings.tests()
  await settings.says('does not know this name and password')
  await settings.writes(url, ana, passwords.ana)
  await settings.tests()
  await settings.says('The hub knows you.')
  await settings.joins()
  await settings.close()

  const transfer = new WarmTransfer(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await agent.ticks()
  await agent.notes('Was told Friday twice.')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.sendsBriefTo('mia')
  await supervisor.seesBriefFrom('ana')
  await transfer.seesOf('mia', 'Delivered')
  await supervisor.opensBrief()
  await supervisor.reads('Marta Kask needs a decision.')
  await supervisor.reads('Was told Friday twice.')
  await transfer.seesOf('mia', 'Reading')
  await supervisor.asksForTwoMinutes()
  await transfer.seesOf('mia', 'In 2 minutes')
  await supervisor.accepts()
  await transfer.briefs('mia')
  await transfer.introduces()
  await transfer.hearsConfirmation()
  await transfer.handsOver()
  await transfer.hasHandedOver()
  await supervisor.seesNote('Was told Friday twice.')
  await agent.endsCall()
  await agent.wrapsUp('Passed on')
  await supervisor.seesOutcome('Passed on')
  await supervisor.putsItAway()
  await supervisor.hasHad(['Marta Kask needs a decision.'])
})

test('a manager who declines says why, the expert takes the same brief, and nothing is typed twice', async ({
  app,
  agent,
  opensApp,
  opensHub,
}) => {
  const [hub, managers, experts] = await Promise.all([opensHub('Steadyline', [ana, mia, liis]), opensApp(), opensApp()])
  await Promise.all([joins(app, hub, ana), joins(managers, hub, mia), joins(experts, hub, liis)])
  const [manager, expert] = [new Supervisor(managers), new Supervisor(experts)]
  const transfer = new WarmTransfer(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.asksFor('A firm delivery date, or a refund today.')
  await transfer.sendsBriefTo('Mia Saar')

  await manager.seesBriefFrom('Ana Sild')
  await manager.opensBrief()
  await manager.declines('On another call')

  await transfer.seesOf('Mia Saar', 'On another call')
  await transfer.sendsBriefTo('Liis Pold')
  await expert.seesBriefFrom('Ana Sild')
  await expert.opensBrief()
  await expert.reads('A firm delivery date, or a refund today.')
  await expert.accepts()
  await transfer.isAt('brief Liis Pold')
  await manager.hasHad(['Marta Kask needs a decision.'])
})

test('a supervisor who was away gets the brief on return, once', async ({ app, agent, opensTeam }) => {
  const { there } = await opensTeam(mia)
  const transfer = new WarmTransfer(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.isOffered('Mia Saar')
  await there.killHard()
  await transfer.seesOf('Mia Saar', 'Offline')
  await transfer.sendsBriefTo('Mia Saar')
  await transfer.seesOf('Mia Saar', 'Sent')

  await there.start()
  const supervisor = new Supervisor(there)
  await supervisor.seesBriefFrom('Ana Sild')
  await supervisor.opensBrief()
  await supervisor.accepts()
  await transfer.isAt('brief Mia Saar')

  await there.stop()
  await there.start()
  await isConnected(there)
  await supervisor.seesNoBriefThatAsks()
})

test('nobody can take the call: a time to call back is promised, and brief and answers stay with the call', async ({
  app,
  agent,
  opensTeam,
}) => {
  const { there } = await opensTeam(mia)
  const supervisor = new Supervisor(there)
  const transfer = new WarmTransfer(app)
  const hardCall = new HardCall(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.asksFor('A firm delivery date.')
  await transfer.sendsBriefTo('Mia Saar')
  await supervisor.seesBriefFrom('Ana Sild')
  await supervisor.opensBrief()
  await supervisor.declines('I have to leave')
  await transfer.seesOf('Mia Saar', 'I have to leave')

  await transfer.promisesCallback('Friday 10:30')
  await transfer.isTakenUpAgain()
  await transfer.seesBrief('A firm delivery date.')
  await agent.endsCall()
  await agent.wrapsUp('Follow-up promised')
  await hardCall.opensPastCall('Marta Kask')
  const report = await hardCall.exports('Save as Markdown')
  for (const kept of ['A firm delivery date.', 'Mia Saar', 'declined', 'I have to leave', '10:30']) expect(report).toContain(kept)
})

test('with no hub a colleague of the list is asked aloud, and the brief is read from the card', async ({ app, agent }) => {
  const directory = [
    { id: 'carrier-desk', name: 'Carrier desk', role: 'expert', topics: ['carriers'], number: '600 1234' },
  ] as const
  await ask(app.page, 'settings.change', { directory })
  const transfer = new WarmTransfer(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await agent.notes('Was told Friday twice.')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.seesOf('Carrier desk', '600 1234')
  await transfer.asksAloud('Carrier desk')

  await transfer.seesBrief('Was told Friday twice.')
  await transfer.isTold(/^Do it on your phone/)
  await transfer.briefs('Carrier desk')
  await transfer.introduces()
  await transfer.hearsConfirmation()
  await transfer.handsOver()
  await agent.wrapsUp('Passed on')
})

test('a colleague whose name is markup is shown by its letters, and runs nothing', async ({ app, agent, opensTeam }) => {
  const markup = { ...mia, name: '<img src=x onerror=alert(1)>' }
  const opened: string[] = []
  app.page.on('dialog', (dialog) => {
    opened.push(dialog.message())
    void dialog.dismiss()
  })
  const { there } = await opensTeam(markup)
  const transfer = new WarmTransfer(app)
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.sendsBriefTo(markup.name)
  await transfer.seesOf(markup.name, 'Delivered')

  await transfer.goesBackToTheCaller()

  const supervisor = new Supervisor(there)
  await supervisor.opensWhatWaits()
  await supervisor.seesItTakenBackBy('Ana Sild')
  expect(opened).toEqual([])
  await expect(app.page.locator('img')).toHaveCount(0)
})
