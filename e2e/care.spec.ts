import type { Page } from '@playwright/test'
import { Decrypter } from 'age-encryption'
import type { App } from './app/app.ts'
import type { Agent } from './drivers/agent.ts'
import { CareDesk } from './drivers/care-desk.ts'
import { storedRows } from './drivers/stored-index.ts'
import { expect, test } from './fixtures.ts'
import { openedByAge } from './rig/age.ts'
import { needs } from './rig/needs.ts'

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

test('a backup opens without Steadyline, by the library it was sealed with', { tag: '@browser-only' }, async ({ app, agent }) => {
  const { buffer } = await backupOfOneCall(app, agent)
  const decrypter = new Decrypter()
  decrypter.addPassphrase(passphrase)
  expect(recordsIn(await decrypter.decrypt(buffer, 'text'))).toEqual(theirs)
})

test('a backup opens without Steadyline, by the program that defined its format, for its passphrase alone', {
  tag: '@browser-only',
}, async ({ app, agent }) => {
  needs('age', 'script')
  const { buffer } = await backupOfOneCall(app, agent)
  expect(recordsIn(await openedByAge(buffer, passphrase))).toEqual(theirs)
  await expect(openedByAge(buffer, `${passphrase}s`)).rejects.toThrow('incorrect passphrase')
})

const theirs = { calls: ['Marta Kask'], notes: ['Lost a zeppelin'], people: ['Marta Kask'] }

async function backupOfOneCall(app: App, agent: Agent) {
  await hadCall(agent, 'Marta Kask', '+37255500142', 'Lost a zeppelin')
  await expect.poll(() => storedRows(app.page, 'people')).toBe(1)
  const care = new CareDesk(app)
  await care.opens()
  return care.backsUp(passphrase)
}

/** Of every line between the head and the end, which are checked, what it says of somebody. */
function recordsIn(text: string) {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(lines.at(0)).toMatchObject({ format: 'steadyline-backup', version: 1 })
  expect(lines.at(-1)).toEqual({ end: lines.length - 2 })
  const of = (table: string) => lines.filter((line) => line.table === table).map(({ record }) => record)
  return {
    calls: of('calls').map(({ party }) => party.name),
    notes: of('notes').map((note) => note.text),
    people: of('people').map(({ name }) => name),
  }
}

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
