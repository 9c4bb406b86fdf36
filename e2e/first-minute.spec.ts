import { expect, test } from './fixtures.ts'
import { startBaresip } from './rig/baresip.ts'
import { needs } from './rig/needs.ts'

test('an empty desk says what to do first', async ({ app, agent }) => {
  await agent.seesEmptyDesk()
  for (const offer of ['Connect a dialer', 'Start a call by hand', 'Try a practice call'])
    await expect(app.page.getByRole('button', { name: offer })).toBeVisible()
})

test('a call on any phone is started, held, ended and noted by hand', async ({ app, agent }) => {
  await agent.startsCallByHand('Nora Lind', '+15550140')
  await agent.isAtStep('Prepare')
  await agent.pressesHold()
  await agent.seesHold()
  await agent.pressesHold()
  await agent.isOnTheLine()
  await agent.notes('On a desk phone')
  await agent.endsCall()

  await agent.wrapsUp('Resolved')
  await agent.seesNoteOf('Nora Lind', 'On a desk phone')
  await expect(app.page.getByText('Practice', { exact: true })).toHaveCount(0)
})

test('a practice call says so while it runs, at its wrap-up and in the notes', async ({ app, agent }) => {
  const practice = app.page.getByText(/^Practice( call\. Nobody is on the line\.)?$/).first()
  await agent.startsPractice()
  await expect(practice).toBeVisible()
  await agent.answers()
  await expect(practice).toBeVisible()
  await agent.notes('Rehearsed')
  await agent.endsCall()
  await agent.seesWrapUp()
  await expect(practice).toBeVisible()

  await agent.wrapsUp('Resolved')

  const row = app.page.getByRole('list', { name: 'Recent calls' }).getByRole('listitem')
  await expect(row).toContainText('Rehearsed')
  await expect(row).toContainText('Practice')
})

test('a dialer is connected from its panel, and the test button says what it saw', async ({ app }) => {
  needs('baresip')
  const phone = await startBaresip({ name: 'agent' })
  try {
    await app.page.getByRole('button', { name: 'Connect a dialer' }).click()
    const panel = app.page.getByRole('dialog', { name: 'Dialers and settings' })
    await panel.getByRole('textbox', { name: 'Port' }).first().fill('1')
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(panel.getByText(/baresip did not answer at 127\.0\.0\.1:1/)).toBeVisible()

    await panel.getByRole('textbox', { name: 'Port' }).first().fill(String(phone.ports.control))
    await panel.getByRole('button', { name: 'Test', exact: true }).click()
    await expect(panel.getByText(/^Connected\..*no calls right now/)).toBeVisible()
  } finally {
    await phone.kill()
  }
})
