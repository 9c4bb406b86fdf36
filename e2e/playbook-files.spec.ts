import { HardCall } from './drivers/hard-call.ts'
import { PlaybookFiles, shortPlaybook } from './drivers/playbook-files.ts'
import { expect, test } from './fixtures.ts'

test('a past call shows the steps of its own version after the playbook was changed', async ({ app, agent }) => {
  const files = new PlaybookFiles(app)
  const hardCall = new HardCall(app)
  await files.putsToUse('front-desk', shortPlaybook('front-desk', ['Greet', 'Part']))
  await agent.startsCallByHand('Lena Voss', '+15550170')
  await agent.isAtStep('Greet')
  await agent.ticks()
  await agent.ticks()
  await agent.endsCall()
  await agent.wrapsUp('Resolved')

  await files.writes('front-desk.yaml', shortPlaybook('front-desk', ['Welcome', 'Farewell']))
  await files.isKnown('front-desk.yaml', ({ playbook }) => playbook?.steps[0]?.title === 'Welcome')

  await hardCall.opensPastCall('Lena Voss')
  await hardCall.seesEvents(['Greet, done', 'Part, done'])
  await expect(app.page.getByText('Words for Greet.')).toBeVisible()
  await app.page.keyboard.press('Escape')
  await agent.startsCallByHand('Next', '+15550171')
  await agent.isAtStep('Welcome')
})

test('a file dropped into the folder appears, and a broken edit is shown with its place beside the last good version', async ({
  app,
  agent,
}) => {
  const files = new PlaybookFiles(app)
  await agent.seesEmptyDesk()
  await app.page.keyboard.press('l')
  const ours = app.page.getByRole('article', { name: 'House front-desk' })
  await expect(app.page.getByRole('article')).toHaveCount(4)

  await files.writes('front-desk.yaml', shortPlaybook('front-desk', ['Greet', 'Part']))
  await expect(ours).toContainText('2 steps')
  await files.writes('front-desk.yaml', shortPlaybook('front-desk', ['Greet', '""']))

  await expect(ours).toContainText('5:27')
  await expect(ours).toContainText('The last version that could be read stays in use.')
  await expect(ours).toContainText('2 steps')
  await files.writes('front-desk.yaml', shortPlaybook('front-desk', ['Greet', 'Ask', 'Part']))
  await expect(ours).toContainText('3 steps')
  await expect(ours).not.toContainText('The last version')
})

test('a call that is under way keeps the steps it began with', async ({ app, agent }) => {
  const files = new PlaybookFiles(app)
  await files.putsToUse('front-desk', shortPlaybook('front-desk', ['Greet', 'Part']))
  await agent.startsCallByHand('Lena Voss', '+15550172')
  await agent.ticks()

  await files.writes('front-desk.yaml', shortPlaybook('front-desk', ['Welcome', 'Farewell']))
  await files.isKnown('front-desk.yaml', ({ playbook }) => playbook?.steps[0]?.title === 'Welcome')

  await agent.isAtStep('Part')
  await agent.reloads()
  await agent.isAtStep('Part')
})

test('a broken edit keeps the last good version for calls, also over a restart', async ({ app, agent }) => {
  const files = new PlaybookFiles(app)
  await files.putsToUse('front-desk', shortPlaybook('front-desk', ['Greet', 'Part']))

  await files.writes('front-desk.yaml', shortPlaybook('front-desk', ['Greet', '"Part']))
  await files.isKnown('front-desk.yaml', ({ errors }) => errors[0]?.line === 5)
  await app.stop()
  await app.start()

  await agent.startsCallByHand('Lena Voss', '+15550173')
  await agent.isAtStep('Greet')
})
