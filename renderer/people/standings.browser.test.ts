import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../shared/people/person.ts'
import { createPeople } from './people.ts'
import { aCall, aNote, hard, numberOf, openStore } from './people-in-test.ts'
import { keepRecentStandings, type RecentStandings } from './recent-standings.ts'
import { createStandings, type Standings } from './standings.ts'

const day = 24 * 60 * 60 * 1000
const now = 100 * day

const marta: Person = {
  id: 'marta',
  name: 'Marta Kask',
  namedBy: 'agent',
  numbers: ['+37255500142', '+442079460018'],
  written: ['+37255500142', '55500142', '+442079460018'],
  remarks: [],
  createdAt: 1,
  updatedAt: 1,
}
let store: Awaited<ReturnType<typeof openStore>>
let recent: RecentStandings
let standings: Standings

beforeEach(async () => {
  store = await openStore()
  const { database, storage } = store
  await database.people.bulkPut([marta, { ...marta, id: 'oskar', numbers: ['1042'], written: ['1042'] }])
  await database.calls.bulkPut([
    aCall('baresip:a', '55500142', { startedAt: now - 3 * day }),
    aCall('baresip:b', '+442079460018', { startedAt: now - 29 * day }),
    aCall('baresip:old', '+442079460018', { startedAt: now - 31 * day }),
    aCall('baresip:hidden', '', { startedAt: now - day }),
    aCall('baresip:missed', '1042', { startedAt: now - day, answeredAt: null, endCause: 'missed' }),
    aCall('baresip:asked', '55500142', { startedAt: now - day, consultFor: 'baresip:a' }),
  ])
  await database.notes.bulkPut([
    aNote('baresip:b', { handling: hard }),
    aNote('baresip:old', { handling: hard }),
    aNote('baresip:hidden', { handling: hard, person: 'marta' }),
  ])
  recent = keepRecentStandings(storage, () => now)
  standings = createStandings(storage, { atHand: recent.of, find: createPeople(storage, () => numberOf).find })
  await recent.settled()
})

afterEach(async () => {
  recent.stop()
  await store.discard()
})

const ringing = (number: string) =>
  aCall('baresip:now', number, { startedAt: now, state: 'ringing', answeredAt: null, endedAt: null })

test('a caller is judged at once by all their numbers and by the calls that name them', async () => {
  const pattern = { judgement: 'pattern', calls: 3, hardCalls: 2 }
  expect(standings.known(ringing('+37255500142'))).toEqual(pattern)
  expect(await standings.of(ringing('+37255500142'))).toEqual(pattern)
})

test('a number that was never written so is found by what it is', async () => {
  expect(standings.known(ringing('00372 5550 0142'))).toBeUndefined()
  expect(await standings.of(ringing('00372 5550 0142'))).toEqual({ judgement: 'pattern', calls: 3, hardCalls: 2 })
})

test('a missed call does not make somebody known, and a withheld number gets no badge', async () => {
  expect(standings.known(ringing('1042'))).toEqual({ judgement: 'first-call', calls: 0, hardCalls: 0 })
  expect(standings.known(ringing(''))).toBeNull()
  expect(await standings.of(ringing(''))).toBeNull()
  expect(await standings.of(ringing('+14155552671'))).toEqual({ judgement: 'first-call', calls: 0, hardCalls: 0 })
})

test('somebody whose last call is more than a month ago is judged at once, also when they are filed only now', async () => {
  const { database } = store
  const first = { judgement: 'first-call', calls: 0, hardCalls: 0 }
  await database.people.put({ ...marta, id: 'liis', numbers: ['+37255500777'], written: ['+37255500777'] })
  await database.calls.put(aCall('baresip:long-ago', '+37255500777', { startedAt: now - 40 * day }))
  await recent.settled()
  expect(standings.known(ringing('+37255500777'))).toEqual(first)
  const again = keepRecentStandings(store.storage, () => now)
  await again.settled()
  expect(again.of(ringing('+37255500777'))).toEqual(first)
  expect(again.of(ringing('+37255500778'))).toBeUndefined()
  again.stop()
})

test('what is at hand follows the record: a call moved away, a wrap-up, a person merged', async () => {
  const { storage } = store
  const people = createPeople(
    storage,
    () => numberOf,
    () => now,
  )
  const settled = async (expected: object) => {
    await expect.poll(() => standings.known(ringing('55500142'))).toEqual(expected)
    expect(await standings.of(ringing('55500142'))).toEqual(expected)
  }
  await people.moveCall('baresip:hidden', 'oskar')
  await settled({ judgement: 'one-time', calls: 2, hardCalls: 1 })
  await store.database.notes.put(aNote('baresip:a', { handling: hard }))
  await settled({ judgement: 'pattern', calls: 2, hardCalls: 2 })
  await people.merge('oskar', 'marta')
  await settled({ judgement: 'pattern', calls: 3, hardCalls: 3 })
})
