import { test } from './fixtures.ts'

test('a window loaded again in the middle of a call shows the same step and the same words', async ({ agent, dialer }) => {
  await dialer.rings('+15550110', 'Ana')
  await agent.answers()
  await agent.ticks()
  await agent.ticks()
  await agent.notes('Typed before the window went')

  await agent.reloads()

  await agent.isOnTheLineWith('Ana')
  await agent.isAtStep('Listen')
  await agent.hasNoted('Typed before the window went')
})

test('Steadyline killed in the middle of a call comes back to the same step of the same call', async ({ app, agent, dialer }) => {
  const caller = await dialer.rings('+15550111', 'Ben')
  await agent.answers()
  await agent.ticks()
  await agent.notes('Saved before the crash')

  await app.killHard()
  await app.start()

  await agent.isOnTheLineWith('Ben')
  await agent.isAtStep('Open')
  await agent.hasNoted('Saved before the crash')
  await agent.ticks()
  await agent.isAtStep('Listen')
  await caller.hangsUp()
  await agent.wrapsUp('Resolved')
  await agent.seesNoteOf('Ben', 'Saved before the crash')
  await agent.finds('crash', ['Ben'])
})

test('a call that ended while Steadyline was gone is asked about, not lost', async ({ app, agent, dialer }) => {
  const caller = await dialer.rings('+15550112', 'Cem')
  await agent.answers()
  await agent.notes('Half a sentence')

  await app.killHard()
  await caller.hangsUp()
  await app.start()

  await agent.seesWrapUp()
  await agent.hasNoted('Half a sentence')
  await agent.wrapsUp('Caller left')
  await agent.seesNoteOf('Cem', 'Half a sentence')
})

test('a softphone that crashes in the middle of a call loses the line, never the note', async ({ agent, dialer }) => {
  await dialer.rings('+15550113', 'Dora')
  await agent.answers()
  await agent.notes('Before the crash of the phone')

  await dialer.crashes()
  await agent.seesThatDialerIsAway()
  await agent.hasNoted('Before the crash of the phone')
  await dialer.comesBack()

  await agent.seesWrapUp()
  await agent.wrapsUp('Caller left')
  await agent.seesNoteOf('Dora', 'Before the crash of the phone')
  await dialer.rings('+15550114', 'Emil')
  await agent.seesCallFrom('Emil')
})
