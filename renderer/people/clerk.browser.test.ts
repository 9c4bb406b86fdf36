import { afterEach, expect, test } from 'vitest'
import { type Clerk, slice, startClerk } from './clerk.ts'
import { aCall, numberOf, openStore } from './people-in-test.ts'

const stops: (() => unknown)[] = []

afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

/** A clerk at work, and how often the window had its turn. */
async function aClerk(calls: readonly ReturnType<typeof aCall>[]) {
  const store = await openStore()
  stops.push(store.discard)
  await store.database.calls.bulkPut([...calls])
  const rests = { count: 0 }
  const clerk: Clerk = startClerk({
    storage: store.storage,
    numberOf: () => numberOf,
    async rest() {
      rests.count += 1
    },
  })
  stops.push(clerk.stop)
  await clerk.settled()
  return { ...store, clerk, rests }
}

const named = (name: string, number: string) => ({ party: { name, number } })

test('a caller whose number was written in three ways is one person, under the name said last', async () => {
  const { database } = await aClerk([
    aCall('baresip:a', '055500142', { startedAt: 1, ...named('M. Kask', '055500142') }),
    aCall('baresip:b', '0037255500142', { startedAt: 3, ...named('Marta Kask', '0037255500142') }),
    aCall('baresip:c', '+372 5550 0142', { startedAt: 2 }),
  ])
  expect(await database.people.toArray()).toEqual([
    {
      id: expect.any(String),
      name: 'Marta Kask',
      namedBy: 'dialer',
      numbers: ['+37255500142'],
      written: expect.arrayContaining(['055500142', '0037255500142', '+372 5550 0142']),
      remarks: [],
      createdAt: expect.any(Number),
      updatedAt: expect.any(Number),
    },
  ])
})

test('a withheld caller, a colleague who was consulted and a practice caller are nobody of the record', async () => {
  const { database } = await aClerk([
    aCall('baresip:a', ''),
    aCall('baresip:b', 'anonymous'),
    aCall('baresip:c', '201', { consultFor: 'baresip:a' }),
    aCall('practice:1', '+15550100', { dialer: 'practice' }),
    aCall('baresip:d', '1042'),
  ])
  expect((await database.people.toArray()).map(({ numbers }) => numbers)).toEqual([['1042']])
})

test('a call that comes is filed when it comes, and gives somebody without a name theirs', async () => {
  const { database, clerk } = await aClerk([aCall('baresip:a', '+37255500142')])
  await database.calls.put(aCall('baresip:b', '55500142', { startedAt: 2_000_000, ...named('Marta Kask', '55500142') }))
  await expect.poll(() => database.people.where('written').equals('55500142').count()).toBe(1)
  await clerk.settled()
  expect(await database.people.toArray()).toMatchObject([{ name: 'Marta Kask', written: ['+37255500142', '55500142'] }])
})

test('what a dialer says later does not replace the name the agent wrote', async () => {
  const { database, clerk } = await aClerk([aCall('baresip:a', '+37255500142', named('KASK', '+37255500142'))])
  await database.people.toCollection().modify({ name: 'Marta Kask', namedBy: 'agent' })
  await database.calls.put(aCall('baresip:b', '55500142', { startedAt: 2_000_000, ...named('KASK M', '55500142') }))
  await expect.poll(() => database.people.where('written').equals('55500142').count()).toBe(1)
  await clerk.settled()
  expect(await database.people.toArray()).toMatchObject([{ name: 'Marta Kask' }])
})

test('two clerks at once file a number once', async () => {
  const { database, storage } = await aClerk([])
  await database.calls.bulkPut(Array.from({ length: 50 }, (_, index) => aCall(`baresip:${index}`, `+372555${10_000 + index}`)))
  const both = [0, 1].map(() => startClerk({ storage, numberOf: () => numberOf, rest: async () => undefined }))
  stops.push(...both.map(({ stop }) => stop))
  await Promise.all(both.map(({ settled }) => settled()))
  await expect.poll(() => database.people.count()).toBe(50)
  const numbers = (await database.people.toArray()).flatMap((person) => person.numbers)
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('the numbers of a career are filed in slices, with the window free between any two', { timeout: 120_000 }, async () => {
  const count = 20_000
  const calls = Array.from({ length: count }, (_, index) => aCall(`baresip:${index}`, `+3725${String(1_000_000 + index)}`))
  const { database, rests } = await aClerk(calls)
  expect(await database.people.count()).toBe(count)
  expect(rests.count).toBeGreaterThanOrEqual(count / slice)
})
