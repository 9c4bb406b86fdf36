import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { seeded } from './faults/seeded.ts'
import { noteOf, storedNotes, Typist } from './faults/typist.ts'
import { expect, test } from './fixtures.ts'

test('Steadyline killed at any moment of typing comes back with every word it had called saved', async ({ app }) => {
  test.slow()
  const random = seeded(11)
  const typist = new Typist(random, app.dataDir)
  await typist.sitsDown(app.page)
  await typist.beginsCall(app.page)
  for (let kill = 0; kill < 4; kill += 1) {
    const typing = typist.types(app.page, 6_000)
    await setTimeout(800 + random() * 1_200)
    await app.killHard()
    await typing
    await app.start()
    await expect(noteOf(app.page)).toBeVisible()
    expect(typist.missesIn(await storedNotes(app.page))).toEqual([])
    await typist.sitsDown(app.page)
    await typist.goesOn(app.page)
  }
  expect(typist.acknowledged).toBeGreaterThan(0)
})

test('a window whose store is gone gets the call, the note and the past back, and says so', async ({ app, agent, dialer }) => {
  const caller = await dialer.rings('+15550131', 'Ana')
  await agent.answers()
  await agent.notes('Wrapped up before the store went')
  await caller.hangsUp()
  await agent.wrapsUp('Resolved')
  await dialer.rings('+15550132', 'Ben')
  await agent.answers()
  await agent.ticks()
  await agent.notes('Half a sentence')

  await app.killHard()
  await rm(app.storeDir, { recursive: true })
  await app.start()

  await agent.isOnTheLineWith('Ben')
  await agent.isAtStep('Open')
  await agent.hasNoted('Half a sentence')
  await expect(app.page.getByText('2 notes were brought back from the second copy.')).toBeVisible()
  await app.page.getByRole('button', { name: 'OK' }).click()
  await expect(app.page.getByText('brought back')).toBeHidden()
})

test('a second copy that is gone is made anew, and holds all when the store goes next', async ({ app, agent }) => {
  await agent.startsCallByHand('Cem', '+15550133')
  await agent.notes('Before the journal went')

  await app.killHard()
  await rm(path.join(app.dataDir, 'journal'), { recursive: true })
  await app.start()
  await agent.hasNoted('Before the journal went')
  await expect(app.page.getByText(/^Saved \d/)).toBeVisible()
  await expect(app.page.getByText('brought back')).toBeHidden()
  await app.killHard()
  await rm(app.storeDir, { recursive: true })
  await app.start()

  await agent.hasNoted('Before the journal went')
  await expect(app.page.getByText('1 note was brought back from the second copy.')).toBeVisible()
})
