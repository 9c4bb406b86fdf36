import type { App } from './app/app.ts'
import { Agenda } from './drivers/agenda.ts'
import type { Agent } from './drivers/agent.ts'
import { Notices } from './drivers/notices.ts'
import { Promises } from './drivers/promises.ts'
import { expect, test } from './fixtures.ts'

test('a call promised “in 20 min” comes due while Steadyline is closed, and is the first thing said after the start', async ({
  app,
  agent,
}) => {
  const promises = new Promises(app)
  const agenda = new Agenda(app)
  await promises.beginAtAFullMinute()
  await agent.startsCallByHand('Marta Kask', '+37255500142')
  await promises.begins()
  await promises.writes('in 20 min')
  await promises.readsBack(/ your time — that is .* here$/)
  await promises.keepsIt()
  await agent.endsCall()
  await agent.wrapsUp('Follow-up promised')
  await promises.bar('Next promised call: Marta Kask')
  await agenda.opens()
  await agenda.lists(['Marta Kask'])

  await app.killHard()
  await app.letsPass(25)
  await app.start()

  await promises.bar('Came due while closed.')
  await promises.bar(/Overdue by \d+m/)
  await agenda.opens()
  await agenda.lists(['Marta Kask'])
  await agenda.rowSays('Marta Kask', /late/)
})

test('a promise comes due behind a hidden window, is called from the system’s notice, and is kept on time', {
  tag: '@desktop-only',
}, async ({ app, agent, dialer }) => {
  const promises = new Promises(app)
  const notices = await Notices.watchedOf(app)
  await promises.beginAtAFullMinute()
  await promisesCall(app, agent, 'Bob Stone', await dialer.reaches('answers'))

  await notices.hide()
  await app.letsPass(10)
  await notices.are(['Bob Stone', /^Now, promised for \d/])
  await notices.picks('Call now')

  await isReachedAndKept(app, agent)
  await notices.are(['Bob Stone', /^Now, promised for \d/])
})

test('a promise comes due in a tab behind another, is called with one key, and is kept on time', {
  tag: '@browser-only',
}, async ({ app, agent, dialer }) => {
  const promises = new Promises(app)
  await promises.beginAtAFullMinute()
  await promisesCall(app, agent, 'Bob Stone', await dialer.reaches('answers'))

  const other = await app.page.context().newPage()
  await app.letsPass(10)
  await expect.poll(() => app.page.title()).toMatch(/^\(1\)/)
  await other.close()
  await promises.bar('Due now')
  await promises.callsNow()

  await isReachedAndKept(app, agent)
})

test('a snoozed promise is quiet for as long as was asked, also across a crash, and rings again', async ({ app, agent }) => {
  const promises = new Promises(app)
  const agenda = new Agenda(app)
  await promises.beginAtAFullMinute()
  await promisesCall(app, agent, 'Marta Kask', '+37255500142')
  await app.letsPass(10)
  await promises.bar('Due now')
  await promises.snoozes()

  await app.killHard()
  await app.letsPass(4)
  await app.start()
  await promises.bar('Next promised call: Marta Kask')
  await promises.barIsQuiet()

  await app.letsPass(1)
  await promises.bar(/Overdue by 5m/)
  await agenda.opens()
  await agenda.reads('Marta Kask')
  await agenda.history(['Promised', /^Snoozed until /])
})

test('a line that is busy is tried again, agreed anew, and at last cancelled by the caller: nothing of it is forgotten', async ({
  app,
  agent,
  dialer,
}) => {
  const promises = new Promises(app)
  const agenda = new Agenda(app)
  await promises.beginAtAFullMinute({ retryAfterMinutes: 30 })
  await promisesCall(app, agent, 'Bob Stone', await dialer.reaches('is-busy'))
  await app.letsPass(10)
  await promises.callsNow()
  await promises.bar('Next promised call: Bob Stone')
  await agenda.opens()
  await agenda.reads('Bob Stone')
  await agenda.history(['Promised', 'Called on time', /^No answer\. Next try /])
  await app.letsPass(30)
  await promises.bar('Due now')

  await agenda.moves('One hour later')
  await agenda.cancels('They found it themselves')

  await agenda.history([
    'Promised',
    'Called on time',
    /^No answer\. Next try /,
    /^Agreed anew for /,
    'Cancelled: They found it themselves',
  ])
  await promises.isForgotten()
})

async function promisesCall(app: App, agent: Agent, name: string, number: string): Promise<void> {
  await agent.startsCallByHand(name, number)
  await new Promises(app).promises('in 10 min')
  await agent.endsCall()
  await agent.wrapsUp('Follow-up promised')
  await agent.seesEmptyDesk()
}

async function isReachedAndKept(app: App, agent: Agent): Promise<void> {
  const agenda = new Agenda(app)
  await agent.isOnTheLine()
  await new Promises(app).isReminded(/Promised for today \d/)
  await agent.isAtStep('Remember')
  await agent.endsCall()
  await agent.wrapsUp('Promise kept')
  await agenda.opens()
  await agenda.listsNobody()
  await agenda.filters('closed')
  await agenda.rowSays('Bob Stone', 'Kept on time')
  await agenda.reads('Bob Stone')
  await agenda.history(['Promised', 'Called on time', 'Reached'])
}
