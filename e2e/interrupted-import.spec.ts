import { rm } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import type { App } from './app/app.ts'
import { CareDesk, type KeptFile } from './drivers/care-desk.ts'
import { backupOf, exportOf, manyRecords } from './drivers/large-files.ts'
import { storedKeys, storedRows } from './drivers/stored-index.ts'
import { seeded } from './faults/seeded.ts'
import { expect, test } from './fixtures.ts'

const size = 3_000
const kills = 2
const passphrase = 'lantern mosaic'

test('an import is there whole or not at all, whenever Steadyline is killed, and outlasts its store', async ({ app, agent }) => {
  test.slow()
  const random = seeded(6)
  let there: readonly string[] = []
  let cut = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const records = manyRecords(size, kill)
    const care = await atCare(app)
    await care.picksExport(exportOf(records))
    await care.startsImport(size * 2)
    await setTimeout(kill === 0 ? 0 : random() * 1_500)
    await app.killHard()
    await app.start()
    const [before, after] = [sorted(there), sorted([...there, ...records.ids])]
    const stored = await stateOf(app)
    expect([
      { calls: before, notes: before },
      { calls: after, notes: after },
    ]).toContainEqual(stored)
    if (stored.calls.length === there.length) cut += 1
    there = stored.calls
  }
  expect(cut).toBeGreaterThan(0)

  const last = manyRecords(size, kills, 'zeppelin')
  const care = await atCare(app)
  await care.picksExport(exportOf(last))
  await care.startsImport(size * 2)
  await care.isToldOfImport(`${size * 2} records imported.`)
  await losesTheStore(app)
  const all = sorted([...there, ...last.ids])
  expect(await stateOf(app)).toEqual({ calls: all, notes: all })
  await agent.finds('zeppelin', [last.newest])
})

test('a backup has taken the place of everything or of nothing, whenever Steadyline is killed', async ({ app, agent }) => {
  test.slow()
  const random = seeded(7)
  let there: readonly string[] = []
  let cut = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const records = manyRecords(size, kill)
    const care = await atCare(app)
    await replaces(care, await backupOf(records, passphrase))
    await setTimeout(kill === 1 ? 0 : random() * 1_500)
    await app.killHard()
    await app.start()
    const after = sorted(records.ids)
    const stored = await stateOf(app)
    expect([
      { calls: there, notes: there },
      { calls: after, notes: after },
    ]).toContainEqual(stored)
    if (stored.calls[0] !== after[0]) cut += 1
    there = stored.calls
  }
  expect(cut).toBeGreaterThan(0)

  const last = manyRecords(size, kills, 'zeppelin')
  const care = await atCare(app)
  await replaces(care, await backupOf(last, passphrase))
  await care.isTold(/records changed/)
  await losesTheStore(app)
  expect(await stateOf(app)).toEqual({ calls: sorted(last.ids), notes: sorted(last.ids) })
  await agent.finds('zeppelin', [last.newest])
})

async function atCare(app: App): Promise<CareDesk> {
  const care = new CareDesk(app)
  await care.opens()
  return care
}

async function replaces(care: CareDesk, file: KeptFile): Promise<void> {
  await care.opensBackup(file, passphrase)
  await care.choosesToReplace()
  await care.startsRestore()
}

/** Once the second copy has everything; Steadyline comes back with what that gives it. */
async function losesTheStore(app: App): Promise<void> {
  await expect.poll(() => storedRows(app.page, 'outbox'), { timeout: 60_000 }).toBe(0)
  await app.killHard()
  await rm(app.storeDir, { recursive: true })
  await app.start()
  await expect(app.page.getByText(/brought back from the second copy/)).toBeVisible({ timeout: 60_000 })
}

/** Once Steadyline has its store open: what a crash took is back by then. */
async function stateOf({ page }: App) {
  await expect(page.getByRole('main')).toBeFocused({ timeout: 60_000 })
  return { calls: sorted(await storedKeys(page, 'calls')), notes: sorted(await storedKeys(page, 'notes')) }
}

function sorted(ids: readonly string[]): readonly string[] {
  return ids.toSorted()
}
