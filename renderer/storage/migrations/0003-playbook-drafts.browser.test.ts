import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('from version 2 to 3, what was there stays and no playbook has a draft', async () => {
  const name = `migration-3-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, 2)
  const note = { id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', updatedAt: 7, handling: null }
  await before.open()
  await before.table('notes').add(note)
  before.close()

  const after = new SteadylineDatabase(name, 3)
  await after.open()
  expect(await after.table('notes').toArray()).toEqual([note])
  expect(await after.table('playbookDrafts').toArray()).toEqual([])
  after.close()
  await after.delete()
})
