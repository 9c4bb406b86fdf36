import { HardCall } from './drivers/hard-call.ts'
import { Supervisor } from './drivers/supervisor.ts'
import { mia } from './drivers/team.ts'
import { WarmTransfer } from './drivers/warm-transfer.ts'
import { expect, test } from './fixtures.ts'

test('a caller is put on hold, the supervisor is briefed on the phone, both are introduced, and the caller reaches the supervisor’s phone', async ({
  app,
  agent,
  dialer,
  opensTeam,
  opensPhone,
}) => {
  const [marta, desk] = await Promise.all([opensPhone({ name: 'marta' }), opensPhone({ name: 'mia', answerMode: 'auto' })])
  const { there } = await opensTeam({ ...mia, number: desk.uri })
  const supervisor = new Supervisor(there)
  const transfer = new WarmTransfer(app)
  await marta.console(`dial ${dialer.uri}`)
  await agent.answers()
  await agent.notes('Was told Friday twice.')
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.sendsBriefTo('Mia Saar')
  await supervisor.seesBriefFrom('Ana Sild')
  await supervisor.opensBrief()
  await supervisor.reads('Was told Friday twice.')
  await supervisor.accepts()

  await transfer.isAt('brief Mia Saar')
  await transfer.calls('Mia Saar')
  await expect.poll(() => dialer.holds()).toBe(true)
  await expect.poll(() => desk.console('listcalls')).toContain('ESTABLISHED')
  await transfer.isTold(/^baresip cannot join three parties/)
  await transfer.briefs('Mia Saar')
  await transfer.introduces()
  await transfer.hearsConfirmation()
  await transfer.isTold(/if Mia Saar does not pick up, the caller is lost/)
  await transfer.handsOver()

  await agent.seesWrapUp()
  await expect.poll(() => marta.console('listcalls')).toMatch(new RegExp(`ESTABLISHED.*${desk.uri}`))
  await agent.wrapsUp('Passed on')
  await supervisor.seesOutcome('Passed on')
  const record = new HardCall(app)
  await record.opensPastCall('marta')
  expect(await record.exports('Save as Markdown')).toContain('Handed over, introduced and confirmed')
})

test('a supervisor whose phone does not pick up costs no caller: the agent is back with the caller', async ({
  app,
  agent,
  dialer,
  opensTeam,
  opensPhone,
}) => {
  const [marta, desk] = await Promise.all([opensPhone({ name: 'marta' }), opensPhone({ name: 'mia' })])
  const { there } = await opensTeam({ ...mia, number: desk.uri })
  const supervisor = new Supervisor(there)
  const transfer = new WarmTransfer(app)
  await marta.console(`dial ${dialer.uri}`)
  await agent.answers()
  await transfer.begins()
  await transfer.tellsTheCaller()
  await transfer.sendsBriefTo('Mia Saar')
  await supervisor.seesBriefFrom('Ana Sild')
  await supervisor.opensBrief()
  await supervisor.accepts()
  await transfer.isAt('brief Mia Saar')
  await transfer.calls('Mia Saar')
  await expect.poll(() => desk.console('listcalls')).toContain('INCOMING')

  await desk.console('hangup')

  await transfer.isNoLongerCalling('Mia Saar')
  await expect.poll(() => dialer.holds()).toBe(false)
  await transfer.goesBackToTheCaller()
  await transfer.returnsToTheSteps()
  await agent.isOnTheLineWith('marta')
})
