import { expect, test } from './fixtures.ts'

test('a caller rings, is answered, helped, noted and found again, by keyboard alone and then offline', async ({
  app,
  agent,
  dialer,
}) => {
  const caller = await dialer.rings('+15550100', 'Maria Lopez')
  await agent.seesCallFrom('Maria Lopez')
  await agent.answers()
  await agent.isAtStep('Prepare')

  await agent.ticks()
  await agent.isAtStep('Open')
  await agent.asksForAnotherLine()
  await agent.skips()
  await agent.isAtStep('Listen')
  await agent.undoes()
  await agent.isAtStep('Open')

  await agent.notes('Was told "tomorrow" twice. szh? Wants a date.')
  await agent.isAtStep('Open')

  await caller.hangsUp()
  await agent.seesWrapUp()
  await agent.wrapsUp('Follow-up promised')
  await agent.seesEmptyDesk()
  await agent.seesNoteOf('Maria Lopez', 'Was told "tomorrow" twice. szh? Wants a date.')

  await dialer.unplug()
  await app.stop()
  await app.start()
  const strangers: string[] = []
  const { origin } = new URL(app.page.url())
  app.page.on('request', (request) => {
    if (!request.url().startsWith(origin)) strangers.push(request.url())
  })
  await agent.reloads()
  await agent.finds('tomorrow date', ['Maria Lopez'])
  await agent.finds('yesterday', [])
  expect(strangers, 'asked of the network').toEqual([])
})

test('a caller who hangs up in the middle of a step leaves the note and the steps as they were', async ({ agent, dialer }) => {
  const caller = await dialer.rings('+15550101')
  await agent.answers()
  await agent.ticks()
  await agent.notes('Line was bad')

  await caller.hangsUp()

  await agent.seesWrapUp()
  await agent.hasNoted('Line was bad')
  await agent.wrapsUp('Caller left')
  await agent.seesNoteOf('+15550101', 'Line was bad')
})

test('a caller nobody answered is listed as missed', async ({ agent, dialer }) => {
  await agent.seesEmptyDesk()
  await dialer.ringsOnce('+15550102', 'Ivan Petrov')

  await agent.seesMissedCallFrom('Ivan Petrov')
})

test('a second caller waits on the desk while the first is helped', async ({ agent, dialer }) => {
  const first = await dialer.rings('+15550103', 'First Caller')
  await agent.answers()
  await agent.notes('of the first')
  const second = await dialer.rings('+15550104', 'Second Caller')
  await agent.seesCallFrom('Second Caller')
  await agent.isOnTheLineWith('First Caller')

  await first.hangsUp()
  await agent.wrapsUp('Resolved')
  await agent.answers()
  await agent.isOnTheLineWith('Second Caller')
  await agent.hasNoted('')
  await second.hangsUp()
  await agent.wrapsUp('Resolved')

  await agent.seesNoteOf('First Caller', 'of the first')
})

test('a hold made on the softphone itself is seen, with its clock', async ({ agent, dialer }) => {
  await dialer.rings('+15550105')
  await agent.answers()

  await dialer.byHand('hold')
  await agent.seesHold()

  await dialer.byHand('resume')
  await agent.isOnTheLine()
})

test('a hold by a key of Steadyline is done by the softphone, and undone by the same key', async ({ agent, dialer }) => {
  await dialer.rings('+15550106')
  await agent.answers()

  await agent.pressesHold()
  await agent.seesHold()
  expect(await dialer.holds()).toBe(true)

  await agent.pressesHold()
  await agent.isOnTheLine()
  expect(await dialer.holds()).toBe(false)
})
