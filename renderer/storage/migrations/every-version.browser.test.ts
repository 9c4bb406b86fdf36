import { afterEach, expect, test } from 'vitest'
import { sampleCallback } from '../../../shared/callbacks/sample-callback.ts'
import { receivedBrief } from '../../transfer/fake-briefs.ts'
import { SteadylineDatabase } from '../database.ts'

const newest = 11
const note = { id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', updatedAt: 7 }
const call = { id: 'baresip:a', startedAt: 5, party: { name: 'Marta Kask', number: '+37255500142' } }
const draft = { file: 'ours.yaml', text: 'name: Ours', base: '' }
const person = {
  ...{ id: 'p', name: 'Marta Kask', namedBy: 'agent' as const, remarks: [] },
  ...{ numbers: ['+37255500142'], written: ['+37255500142', '55500142'], createdAt: 1, updatedAt: 1 },
}
let name = ''

afterEach(async () => {
  await new SteadylineDatabase(name).delete()
})

test.each(Array.from({ length: newest - 1 }, (_, before) => before + 1))(
  'a store of version %i opens as the newest and keeps what it holds',
  async (version) => {
    name = `every-version-${crypto.randomUUID()}`
    const before = new SteadylineDatabase(name, version)
    await before.open()
    await before.table('calls').add(call)
    await before.table('notes').add(note)
    if (version >= 3) await before.playbookDrafts.put(draft)
    if (version >= 4) await before.briefs.put(receivedBrief())
    if (version >= 5) await before.callbacks.put(sampleCallback())
    if (version >= 8) await before.people.put(person)
    before.close()

    const after = new SteadylineDatabase(name)
    await after.open()
    expect(after.verno).toBe(newest)
    expect(await after.table('calls').toArray()).toEqual([call])
    expect(await after.table('notes').toArray()).toEqual([version === 1 ? { ...note, handling: null } : note])
    expect(await after.playbookDrafts.toArray()).toEqual(version >= 3 ? [draft] : [])
    expect(await after.briefs.toArray()).toEqual(version >= 4 ? [receivedBrief()] : [])
    expect(await after.callbacks.toArray()).toEqual(version >= 5 ? [sampleCallback()] : [])
    expect(await after.people.where('written').equals('55500142').toArray()).toEqual(version >= 8 ? [person] : [])
    await after.notes.where('id').equals('baresip:a').modify({ person: 'p' })
    expect(await after.notes.where('person').equals('p').primaryKeys()).toEqual(['baresip:a'])
    expect([await after.noteEdits.count(), await after.incidents.count(), await after.breaks.count()]).toEqual([0, 0, 0])
    after.close()
  },
)
