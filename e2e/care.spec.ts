import type { Page } from '@playwright/test'
import type { Agent } from './drivers/agent.ts'
import { CareDesk } from './drivers/care-desk.ts'
import { expect, test } from './fixtures.ts'

const passphrase = 'lantern mosaic harbour thimble'

test('what was erased comes back from a backup, for its passphrase alone, and is found again', async ({ app, agent }) => {
  const said = consoleOf(app.page)
  const care = new CareDesk(app)
  await hadCall(agent, 'Marta Kask', '+37255500142', 'Lost a zeppelin')
  await hadCall(agent, 'Oskar Lepp', '+442079460018', 'Found a balloon')
  await agent.finds('zeppelin', ['Marta Kask'])

  await care.opens()
  const kept = await care.backsUp(passphrase)
  expect(kept.buffer.subarray(0, 21).toString()).toBe('age-encryption.org/v1')
  expect(kept.buffer.includes('zeppelin')).toBe(false)
  await care.erases('Marta Kask')
  await care.leaves()
  await agent.finds('zeppelin', [])

  await care.opens()
  await care.opensBackup(kept, 'lantern mosaic harbour thimbles')
  await care.isTold('This passphrase does not open the backup. Nothing was changed.')
  await care.triesPassphrase(passphrase)
  await care.isTold('2 calls, 2 notes, 2 people, 0 promises')
  await care.restoresWhatIsMissing()
  await care.leaves()
  await agent.finds('zeppelin', ['Marta Kask'])
  await agent.finds('balloon', ['Oskar Lepp'])
  expect(said).toEqual([])
})

function consoleOf(page: Page): readonly string[] {
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(String(error)))
  return said
}

async function hadCall(agent: Agent, name: string, number: string, note: string): Promise<void> {
  await agent.startsCallByHand(name, number)
  await agent.notes(note)
  await agent.endsCall()
  await agent.wrapsUp('Resolved')
}
