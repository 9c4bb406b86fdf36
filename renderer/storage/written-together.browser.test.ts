import { afterEach, beforeEach, expect, test } from 'vitest'
import { SteadylineDatabase } from './database.ts'
import { createStorage, type Storage } from './storage.ts'
import { type WrittenTogether, writtenTogether } from './written-together.ts'

interface Row {
  readonly id: string
  readonly callId: string
  readonly step: number
}

let database: SteadylineDatabase
let storage: Storage
let together: WrittenTogether

beforeEach(async () => {
  database = new SteadylineDatabase(`together-${crypto.randomUUID()}`)
  storage = createStorage(database)
  await storage.open(null)
  together = writtenTogether(storage)
})

afterEach(async () => {
  database.close()
  await database.delete()
})

const rowAt = (step: number): Row => ({ id: 'baresip:a', callId: 'baresip:a', step })
const calls = (stored: (row: Row) => object = (row) => row) => together.of<Row>('calls', ({ id }) => id, stored)
const checklists = () =>
  together.of<Row>(
    'checklists',
    ({ callId }) => callId,
    (row) => row,
  )
const onTheDisk = async () => [await database.table('calls').toArray(), await database.table('checklists').toArray()]

test('a call and its checklist are written as they stand at the end of the frame', async () => {
  calls().put(rowAt(1))
  checklists().put(rowAt(1))
  calls().put(rowAt(2))
  expect(await checklists().settled()).toBe(true)
  expect(await onTheDisk()).toEqual([[rowAt(2)], [rowAt(1)]])
})

test('of a call and its checklist both are on the disk or neither, and neither is called saved', async () => {
  checklists().put(rowAt(1))
  calls(() => {
    throw new Error('the disk is full')
  }).put(rowAt(1))
  expect(await Promise.all([calls().settled(), checklists().settled()])).toEqual([false, false])
  expect(storage.state.get()).toEqual({ kind: 'stopped', cause: 'Error: the disk is full' })
  await database.open()
  expect(await onTheDisk()).toEqual([[], []])
})
