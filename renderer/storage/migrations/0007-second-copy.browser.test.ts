import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('from version 5 to 7, what was there stays and nothing is said of a second copy', async () => {
  const name = `migration-7-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, 5)
  const note = { id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', updatedAt: 7, handling: null }
  await before.open()
  await before.table('notes').add(note)
  before.close()

  const after = new SteadylineDatabase(name, 7)
  await after.open()
  expect([after.verno, await after.table('notes').toArray()]).toEqual([7, [note]])
  expect([await after.outbox.count(), await after.meta.count()]).toEqual([0, 0])
  after.close()
  await after.delete()
})
