import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('from version 5 to 6, what was there stays and the search has a place of its own', async () => {
  const name = `migration-6-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, 5)
  const note = { id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', updatedAt: 7, handling: null }
  await before.open()
  await before.table('notes').add(note)
  before.close()

  const after = new SteadylineDatabase(name, 6)
  await after.open()
  expect(await after.table('notes').toArray()).toEqual([note])
  expect(await after.table('searchSegments').toArray()).toEqual([])
  after.close()
  await after.delete()
})
