import { afterEach, expect, test } from 'vitest'
import { sampleCallback } from '../../../shared/callbacks/sample-callback.ts'
import { receivedBrief } from '../../transfer/fake-briefs.ts'
import { SteadylineDatabase } from '../database.ts'

const versions = [1, 2, 3, 4] as const
let name = ''

afterEach(async () => {
  await new SteadylineDatabase(name).delete()
})

test.each(versions)('a store of version %i keeps what it holds and takes callbacks', async (version) => {
  name = `migration-0005-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, version)
  await before.open()
  const call = { id: 'baresip:a', startedAt: 5, party: { name: 'Marta Kask', number: '+37255500142' } }
  await before.table('calls').add(call)
  if (version >= 3) await before.playbookDrafts.put({ file: 'ours.yaml', text: 'name: Ours', base: '' })
  if (version >= 4) await before.briefs.put(receivedBrief())
  before.close()

  const after = new SteadylineDatabase(name)
  await after.open()
  expect(await after.table('calls').toArray()).toEqual([call])
  expect(await after.playbookDrafts.count()).toBe(version >= 3 ? 1 : 0)
  expect(await after.briefs.toArray()).toEqual(version >= 4 ? [receivedBrief()] : [])
  expect(await after.callbacks.count()).toBe(0)
  await after.callbacks.put(sampleCallback())
  expect(await after.callbacks.where('[state+due.at]').between(['pending', 0], ['pending', Number.MAX_VALUE]).toArray()).toEqual([
    sampleCallback(),
  ])
  after.close()
})
