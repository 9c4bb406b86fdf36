import { afterEach, beforeEach, expect, test } from 'vitest'
import { SteadylineDatabase } from './database.ts'
import { nextParcel, tickOff } from './outbox.ts'

let database: SteadylineDatabase

beforeEach(async () => {
  database = new SteadylineDatabase(`outbox-${crypto.randomUUID()}`)
  await database.open()
})

afterEach(async () => {
  database.close()
  await database.delete()
})

test('more records than are read together come in the order they were changed, whichever tables they are in', async () => {
  const files = Array.from({ length: 250 }, (_, number) => `${number}.yaml`)
  await database.playbookDrafts.bulkPut(files.map((file) => ({ file, text: '', base: '' })))
  const rows = files.flatMap((key) => [
    { table: 'playbookDrafts', key },
    { table: 'notes', key },
  ])
  await database.outbox.bulkAdd(rows)
  const { changes, isPart } = await nextParcel(database)
  const expected = rows.map(({ table, key }) => ({
    ...{ table, key, version: database.verno },
    text: table === 'notes' ? null : JSON.stringify({ file: key, text: '', base: '' }),
  }))
  expect({ changes, isPart }).toEqual({ changes: expected, isPart: false })
})

test('only what has arrived is ticked off, also when something else was changed in between', async () => {
  await database.outbox.bulkAdd(['a', 'b', 'a', 'c', 'd', 'e'].map((key) => ({ table: 'notes', key })))
  const left = async (...orders: readonly number[]) => {
    await tickOff(database, { changes: [], isInPieces: false, orders, isPart: true }, { first: 1, last: 1 })
    return database.outbox.toCollection().primaryKeys()
  }
  expect(await left(1, 3)).toEqual([2, 4, 5, 6])
  expect(await left(5, 4)).toEqual([2, 6])
  expect(await left(2)).toEqual([6])
})
