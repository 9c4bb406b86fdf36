import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('from version 1 to 2, notes are kept without a handling and checklists start anew', async () => {
  const name = `migration-2-${crypto.randomUUID()}`
  const before = new SteadylineDatabase(name, 1)
  const note = { id: 'baresip:a', text: 'Order late', state: 'saved', disposition: 'resolved', updatedAt: 7 }
  const call = { id: 'baresip:a', startedAt: 5, party: { name: 'Marta Kask', number: '+37255500142' } }
  await before.open()
  await before.table('notes').add(note)
  await before.table('calls').add(call)
  await before.table('checklists').add({ callId: 'baresip:a', stage: 'open', snapshot: { value: 'live' } })
  before.close()

  const after = new SteadylineDatabase(name, 2)
  await after.open()
  expect(await after.table('notes').toArray()).toEqual([{ ...note, handling: null }])
  expect(await after.table('calls').where('party.number').equals('+37255500142').toArray()).toEqual([call])
  expect(await after.table('checklists').toArray()).toEqual([])
  expect(await after.table('playbooks').toArray()).toEqual([])
  after.close()
  await after.delete()
})
