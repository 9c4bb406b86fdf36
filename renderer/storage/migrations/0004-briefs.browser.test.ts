import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('from version 3 to 4, what was there stays and there is room for briefs under their own id', async () => {
  const name = `migration-4-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, 3)
  const draft = { file: 'ours.yaml', text: 'name: Mine', base: 'name: Ours' }
  await before.open()
  await before.table('playbookDrafts').add(draft)
  before.close()

  const after = new SteadylineDatabase(name, 4)
  await after.open()
  expect(await after.table('playbookDrafts').toArray()).toEqual([draft])
  await after.table('briefs').bulkPut([
    { brief: { id: 'a' }, stage: 'read', at: 1 },
    { brief: { id: 'a' }, stage: 'accepted', at: 1 },
  ])
  expect(await after.table('briefs').get('a')).toEqual({ brief: { id: 'a' }, stage: 'accepted', at: 1 })
  after.close()
  await after.delete()
})
