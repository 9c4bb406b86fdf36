import { expect, test, vi } from 'vitest'
import { SteadylineDatabase } from './database.ts'
import { createStorage } from './storage.ts'
import { changesBetweenLooks, watched } from './watched.ts'

test('however many listen, the store is read once for each change, and no more when nobody is left', async () => {
  const database = new SteadylineDatabase(`watched-${crypto.randomUUID()}`)
  const storage = createStorage(database)
  await storage.open(null)
  const look = vi.fn((of: SteadylineDatabase) => of.playbookDrafts.count())
  const count = watched<number | undefined>(storage, undefined, look)

  const offs = [count.subscribe(() => undefined), count.subscribe(() => undefined)]
  await expect.poll(count.get).toBe(0)
  offs[0]?.()
  await database.playbookDrafts.put({ file: 'ours.yaml', text: 'name: Ours', base: '' })
  await expect.poll(count.get).toBe(1)
  expect(look).toHaveBeenCalledTimes(2)

  offs[1]?.()
  await database.playbookDrafts.clear()
  const late = count.subscribe(() => undefined)
  await expect.poll(count.get).toBe(0)
  expect(look).toHaveBeenCalledTimes(3)
  late()
  await database.delete()
})

test('changes elsewhere do not heap up behind a look that none of them concerns: it is begun anew now and then', async () => {
  const database = new SteadylineDatabase(`watched-${crypto.randomUUID()}`)
  const storage = createStorage(database)
  await storage.open(null)
  const look = vi.fn((of: SteadylineDatabase) => of.playbookDrafts.count())
  const count = watched<number | undefined>(storage, undefined, look)
  const off = count.subscribe(() => undefined)
  await expect.poll(count.get).toBe(0)

  const changeElsewhere = (number: number) => database.breaks.put({ id: `${number}`, startedAt: 1, endedAt: 2, callId: null })
  for (let number = 1; number < changesBetweenLooks; number += 1) await changeElsewhere(number)
  expect(look).toHaveBeenCalledTimes(1)
  await changeElsewhere(changesBetweenLooks)
  await expect.poll(() => look.mock.calls.length).toBe(2)

  await database.playbookDrafts.put({ file: 'ours.yaml', text: 'name: Ours', base: '' })
  await expect.poll(count.get).toBe(1)
  expect(look).toHaveBeenCalledTimes(3)
  off()
  await database.delete()
})
