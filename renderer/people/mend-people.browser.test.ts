import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Person } from '../../shared/people/person.ts'
import { callsOf } from './calls-of.ts'
import { fileNumbers, namesSaid } from './file-numbers.ts'
import { createPeople, type Mended, type People } from './people.ts'
import { aCall, aNote, numberOf, openStore } from './people-in-test.ts'

let store: Awaited<ReturnType<typeof openStore>>
let people: People

beforeEach(async () => {
  store = await openStore()
  people = createPeople(
    store.storage,
    () => numberOf,
    () => 5,
  )
})

afterEach(() => store.discard())

async function called(...numbers: readonly string[]): Promise<void> {
  const { database } = store
  const first = await database.calls.count()
  await database.calls.bulkPut(numbers.map((number, index) => aCall(`baresip:${first + index}`, number)))
  await fileNumbers(database, await namesSaid(database, numbers), numberOf, 5)
}

async function withNumber(number: string): Promise<Person> {
  const person = await people.find(number)
  if (!person) throw new Error(`nobody has ${number}`)
  return person
}

async function takeBack(mended: Promise<Mended>): Promise<void> {
  const done = await mended
  if (!done.ok || done.value === null) throw new Error('nothing was changed')
  expect(await done.value()).toBe(true)
}

async function allPeople() {
  const all = await store.database.people.toArray()
  const sorted = (texts: readonly string[]) => texts.toSorted()
  return all
    .map((person) => ({ ...person, numbers: sorted(person.numbers), written: sorted(person.written) }))
    .toSorted((one, other) => one.id.localeCompare(other.id))
}

const idsOf = async (person: Person) => (await callsOf(store.database, person)).map(({ call }) => call.id).toSorted()

test('two who are one have the numbers, the remarks, the calls and the name of both', async () => {
  await called('+37255500142', '+442079460018')
  const [one, other] = [await withNumber('+37255500142'), await withNumber('+442079460018')]
  await people.rename(other.id, 'Marta Kask')
  await people.remark(other.id, ['Prefers short answers'])
  await people.merge(one.id, other.id)
  const merged = await withNumber('+442079460018')
  expect(merged).toEqual({
    ...one,
    name: 'Marta Kask',
    namedBy: 'agent',
    numbers: ['+37255500142', '+442079460018'],
    written: ['+37255500142', '+442079460018'],
    remarks: ['Prefers short answers'],
    updatedAt: 5,
  })
  expect(await store.database.people.count()).toBe(1)
  expect(await idsOf(merged)).toEqual(['baresip:0', 'baresip:1'])
})

test('a merge that is taken back leaves a number that came in between where it is', async () => {
  await called('+37255500142', '+442079460018')
  const [one, other] = [await withNumber('+37255500142'), await withNumber('+442079460018')]
  const merged = await people.merge(one.id, other.id)
  await called('55500142')
  if (!merged.ok || !merged.value) throw new Error('not merged')
  await merged.value()
  expect(await withNumber('+37255500142')).toMatchObject({ id: one.id, written: ['+37255500142', '55500142'] })
  expect(await withNumber('+442079460018')).toEqual(other)
})

test('a number that is split off is a person of its own, with every way it was written', async () => {
  await called('+37255500142', '55500142', '+442079460018')
  const [one, other] = [await withNumber('+37255500142'), await withNumber('+442079460018')]
  await people.merge(one.id, other.id)
  await people.split(one.id, '+37255500142')
  expect(await withNumber('+37255500142')).toMatchObject({ written: ['+37255500142', '55500142'], apart: [one.id] })
  expect(await withNumber('+442079460018')).toMatchObject({ id: one.id, numbers: ['+442079460018'] })
})

test('the only number of a person is not split off', async () => {
  await called('+37255500142')
  const { id } = await withNumber('+37255500142')
  expect(await people.split(id, '+37255500142')).toEqual({ ok: true, value: null })
})

test('one call is moved to somebody else and back, also one that nobody wrote about', async () => {
  await called('+37255500142', '+37255500142', '+442079460018')
  const [one, other] = [await withNumber('+37255500142'), await withNumber('+442079460018')]
  await store.database.notes.put(aNote('baresip:0'))
  const written = await people.moveCall('baresip:0', other.id)
  const missed = await people.moveCall('baresip:1', other.id)
  expect([await idsOf(one), await idsOf(other)]).toEqual([[], ['baresip:0', 'baresip:1', 'baresip:2']])
  for (const moved of [written, missed]) if (moved.ok) await moved.value?.()
  expect([await idsOf(one), await idsOf(other)]).toEqual([['baresip:0', 'baresip:1'], ['baresip:2']])
  expect(await store.database.notes.toArray()).toEqual([aNote('baresip:0')])
})

test('a call whose named person is gone belongs to its number again', async () => {
  await called('+37255500142')
  await store.database.notes.put(aNote('baresip:0', { person: 'somebody who was deleted' }))
  expect(await idsOf(await withNumber('+37255500142'))).toEqual(['baresip:0'])
})

test('a caller who hides their number is somebody once the agent says who, until that is taken back', async () => {
  await store.database.calls.put(aCall('baresip:hidden', ''))
  await store.database.notes.put(aNote('baresip:hidden'))
  const named = await people.nameCaller('baresip:hidden', 'Oskar Lepp')
  const [oskar] = await store.database.people.toArray()
  expect(oskar).toMatchObject({ name: 'Oskar Lepp', namedBy: 'agent', numbers: [] })
  expect(oskar ? await idsOf(oskar) : []).toEqual(['baresip:hidden'])
  if (named.ok) await named.value?.()
  expect([await store.database.people.count(), await store.database.notes.toArray()]).toEqual([0, [aNote('baresip:hidden')]])
})

test('somebody who was told apart from another is not asked about again, until that is taken back', async () => {
  await called('+37255500142', '+442079460018')
  const [one, other] = [await withNumber('+37255500142'), await withNumber('+442079460018')]
  for (const { id } of [one, other]) await people.rename(id, 'Marta Kask')
  const duplicates = people.watchDuplicates()
  const off = duplicates.subscribe(() => undefined)
  await expect.poll(() => duplicates.get()?.map(({ because }) => because)).toEqual(['name'])
  const apart = people.setApart(one.id, other.id)
  await expect.poll(() => duplicates.get()).toEqual([])
  await takeBack(apart)
  await expect.poll(() => duplicates.get()?.length).toBe(1)
  off()
})

const somebody = fc.nat({ max: 5 })
const deeds = ['merge', 'split', 'move', 'apart', 'remark', 'rename', 'name'] as const
const deed = fc.record({ kind: fc.constantFrom(...deeds), one: somebody, other: somebody })
const numbers = ['+37255500142', '55500142', '+442079460018', '1042', 'sip:ana@pbx.example', '+14155552671', '']

/** One change, by somebody who is there. */
function mended(all: readonly Person[], { kind, one, other }: typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never) {
  const [first, second] = [all[one % all.length], all[other % all.length]]
  if (!first || !second) throw new Error('nobody is there')
  const words = `${kind} ${one} ${other}`
  const changes: Readonly<Record<(typeof deeds)[number], () => Promise<Mended>>> = {
    merge: () => people.merge(first.id, second.id),
    split: () => people.split(first.id, first.numbers[other % Math.max(1, first.numbers.length)] ?? ''),
    move: () => people.moveCall(`baresip:${one}`, second.id),
    apart: () => people.setApart(first.id, second.id),
    remark: () => people.remark(first.id, [...first.remarks, words]),
    rename: () => people.rename(first.id, words),
    name: () => people.nameCaller(`baresip:${numbers.length - 1}`, words),
  }
  return { first, second, done: changes[kind]() }
}

const said = (all: readonly Person[]) => all.flatMap(({ numbers, written, remarks }) => [...numbers, ...written, ...remarks])
const areApart = (one: Person, other: Person) => one.apart?.includes(other.id) || other.apart?.includes(one.id)

test('whatever is merged, split, moved and told apart, nothing that is known is lost; taken back, all is as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(deed, { maxLength: 10 }), async (sequence) => {
      const { database } = store
      await Promise.all([database.people, database.calls, database.notes].map((table) => table.clear()))
      await called(...numbers)
      const [before, notes] = [await allPeople(), await database.notes.toArray()]
      const undos: (() => Promise<boolean>)[] = []
      const holders = new Map(before.map(({ id }) => [id, id]))
      const apart: (readonly [string, string])[] = []
      for (const step of sequence) {
        const known = await allPeople()
        const { first, second, done } = mended(known, step)
        const result = await done
        if (!result.ok) throw new Error(result.failure.cause)
        if (result.value) undos.push(result.value)
        if (step.kind === 'merge' && result.value) {
          for (const [id, holder] of holders) if (holder === second.id) holders.set(id, first.id)
        } else if (step.kind === 'apart') apart.push([first.id, second.id])

        const after = await allPeople()
        for (const { id } of after) holders.set(id, id)
        const owned = after.flatMap((person) => person.numbers)
        expect(new Set(owned).size).toBe(owned.length)
        expect(said(after)).toEqual(expect.arrayContaining(said(known)))
        const calls = (await Promise.all(after.map(idsOf))).flat().toSorted()
        const isNamed = (await database.notes.get(`baresip:${numbers.length - 1}`))?.person !== undefined
        expect(calls).toEqual(numbers.slice(0, isNamed ? undefined : -1).map((_, index) => `baresip:${index}`))
        const byId = new Map(after.map((person) => [person.id, person]))
        for (const [one, other] of apart) {
          const [here, there] = [byId.get(holders.get(one) ?? ''), byId.get(holders.get(other) ?? '')]
          if (here && there && here !== there) expect(areApart(here, there)).toBe(true)
        }
      }
      for (const undo of undos.reverse()) expect(await undo()).toBe(true)
      expect([await allPeople(), await database.notes.toArray()]).toEqual([before, notes])
    }),
    { numRuns: 60 },
  )
}, 120_000)
