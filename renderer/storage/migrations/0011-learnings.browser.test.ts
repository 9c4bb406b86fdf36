import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('from version 10 to 11, notes stay and those with a learning are found by it', async () => {
  const name = `migration-11-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, 10)
  const note = { id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', updatedAt: 7, handling: null }
  const taught = { ...note, id: 'baresip:b', learning: 'Name the date first' }
  await before.open()
  await before.table('notes').bulkAdd([note, taught])
  before.close()

  const after = new SteadylineDatabase(name, 11)
  await after.open()
  expect(await after.table('notes').toArray()).toEqual([note, taught])
  expect(await after.table('notes').orderBy('learning').toArray()).toEqual([taught])
  after.close()
  await after.delete()
})
