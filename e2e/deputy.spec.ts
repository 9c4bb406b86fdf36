import type { App } from './app/app.ts'
import { Agenda } from './drivers/agenda.ts'
import { Agent } from './drivers/agent.ts'
import { Deputy } from './drivers/deputy.ts'
import { Promises } from './drivers/promises.ts'
import { Supervisor } from './drivers/supervisor.ts'
import { mia } from './drivers/team.ts'
import { test } from './fixtures.ts'

test('a promise that nobody kept in time goes to the deputy’s screen, and who takes it on has it', async ({ app, opensTeam }) => {
  const { there } = await opensTeam(mia)
  await isPromisedWithDeputy(app, there)

  await Promise.all([app.letsPass(10 + 15), there.letsPass(10 + 15)])
  const supervisor = new Supervisor(there)
  const deputy = new Deputy(there)
  await supervisor.seesBriefFrom('Ana Sild')
  await deputy.isAskedToCall('Marta Kask')
  await deputy.takesItOn()

  await new Promises(app).isForgotten()
  const agenda = new Agenda(app)
  await agenda.opens()
  await agenda.filters('closed')
  await agenda.rowSays('Marta Kask', 'Mia Saar has taken it')
  await supervisor.putsItAway()
  const theirs = new Agenda(there)
  await theirs.opens()
  await theirs.lists(['Marta Kask'])
})

test('a deputy who cannot call says why, and it rings on at the agent', async ({ app, opensTeam }) => {
  const { there } = await opensTeam(mia)
  await isPromisedWithDeputy(app, there)

  await Promise.all([app.letsPass(10 + 15), there.letsPass(10 + 15)])
  const deputy = new Deputy(there)
  await new Supervisor(there).seesBriefFrom('Ana Sild')
  await deputy.isAskedToCall('Marta Kask')
  await deputy.declines('On another call')

  const promises = new Promises(app)
  await promises.bar('Mia Saar cannot call: On another call')
  await promises.snoozes()
  await app.letsPass(5)
  await promises.bar('Mia Saar cannot call: On another call')
  await promises.bar(/Overdue by (19|20)m/)
})

async function isPromisedWithDeputy(app: App, there: App): Promise<void> {
  const promises = new Promises(app)
  await new Promises(there).beginAtAFullMinute()
  const agent = new Agent(app)
  await promises.beginAtAFullMinute()
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await promises.begins()
  await promises.choosesDeputy('Mia Saar')
  await promises.writes('in 10 min')
  await promises.keepsIt()
  await agent.endsCall()
  await agent.wrapsUp('Follow-up promised')
}
