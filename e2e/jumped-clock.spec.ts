import type { App } from './app/app.ts'
import { Agenda } from './drivers/agenda.ts'
import type { Agent } from './drivers/agent.ts'
import { Notices } from './drivers/notices.ts'
import { Promises } from './drivers/promises.ts'
import { test } from './fixtures.ts'
import { canSkipFaketime } from './rig/faketime.ts'

const minute = 60_000

test.use({ clock: 'jumps' })
test.skip(canSkipFaketime, 'faketime is not installed')

test('a promise whose hour was slept through is rung for at once, and is still there when the clock is put back', async ({
  app,
  agent,
}) => {
  const promises = new Promises(app)
  await promisesCall(app, agent, 'in 50 min')

  await app.letsPass(60)
  await promises.bar(/Overdue by (9|10)m/)

  await app.letsPass(-2000 / minute)
  await promises.bar(/Overdue by (9|10)m/)
})

test('a clock that is put back over the promised minute rings no second time', { tag: '@desktop-only' }, async ({
  app,
  agent,
}) => {
  const notices = await Notices.watchedOf(app)
  await promisesCall(app, agent, 'in 3 min')
  const [promised] = await new Agenda(app).kept()
  const at = promised?.due.at ?? Number.NaN

  await app.letsPass((at + 500 - (await app.page.evaluate(() => Date.now()))) / minute)
  await notices.are(['Marta Kask', /^Now, promised for /])
  await app.letsPass(-2000 / minute)
  await app.page.waitForFunction((later) => Date.now() > later, at + 2000)
  await notices.are(['Marta Kask', /^Now, promised for /])
})

async function promisesCall(app: App, agent: Agent, when: string): Promise<void> {
  const promises = new Promises(app)
  await promises.beginAtAFullMinute()
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await promises.promises(when)
  await agent.endsCall()
  await agent.wrapsUp('Follow-up promised')
  await agent.seesEmptyDesk()
}
