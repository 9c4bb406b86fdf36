import { HardCall } from './drivers/hard-call.ts'
import { expect, test } from './fixtures.ts'

test('a demanding caller turns abusive, is warned twice, the call is ended, and the incident leaves as a report, by keyboard alone', async ({
  app,
  agent,
}) => {
  const hardCall = new HardCall(app)
  await agent.startsCallByHand('Rolf Berg', '+15550160')
  await agent.ticks()
  await hardCall.namesKind('Demanding')
  await hardCall.opensBoundary()
  await hardCall.says('Calm statement')
  await hardCall.says('Warning')
  await hardCall.says('Final warning')
  await hardCall.endsCall('End of call')
  await agent.wrapsUp('Ended after warnings')
  await agent.seesEmptyDesk()

  await hardCall.opensPastCall('Rolf Berg')
  await hardCall.seesEvents(['Calm statement', 'Warning', 'Final warning', 'End of call', 'Prepare, done'])
  const markdown = await hardCall.exports('Save as Markdown')
  const page = await hardCall.exports('Save a page to print')

  expect(markdown).toContain('- **Caller:** Rolf Berg\n- **Number:** +15550160\n')
  expect(markdown).toMatch(
    /\n- \*\*\d\d:\d\d:\d\d (?:GMT|UTC)\S*\*\* Warning: “I've asked you to leave out the insults\. If they go on, I'll end this call\.”\n/,
  )
  expect(markdown).toContain('- **How it ended:** Ended after warnings\n- **Kind of client:** Demanding\n')
  expect(page).toContain('<dt>How it ended</dt><dd dir="auto">Ended after warnings</dd>')
})

test('a kind named anew in the middle of a call changes the words and keeps the progress', async ({ app, agent }) => {
  const hardCall = new HardCall(app)
  const line = app.page.getByRole('main').locator('section p:not([aria-hidden])').first()
  await agent.startsCallByHand('Ida Holm', '+15550161')
  await agent.ticks()
  await agent.skips()
  await agent.isAtStep('Listen')
  await hardCall.namesKind('Demanding')
  const demanding = await line.textContent()

  await hardCall.namesKind('Emotional')

  await agent.isAtStep('Listen')
  await expect(line).not.toHaveText(demanding ?? '')
  await expect(app.page.getByRole('button', { name: 'Prepare, done' })).toBeVisible()
  await expect(app.page.getByRole('button', { name: 'Open, skipped' })).toBeVisible()
})

test('Steadyline killed in the middle of the ladder comes back to the same rung', async ({ app, agent }) => {
  const hardCall = new HardCall(app)
  await agent.startsCallByHand('Tom Falk', '+15550162')
  await hardCall.namesKind('Fight or flight')
  await hardCall.opensBoundary()
  await hardCall.says('Calm statement')
  await hardCall.says('Warning')
  await hardCall.closesBoundary()
  await agent.notes('Swore twice')

  await app.killHard()
  await app.start()

  await agent.isOnTheLineWith('Tom Falk')
  await hardCall.seesKind('Fight or flight')
  await hardCall.opensBoundary()
  await hardCall.hasSaid('Calm statement')
  await hardCall.hasSaid('Warning')
  await hardCall.isBefore('Final warning')
})
