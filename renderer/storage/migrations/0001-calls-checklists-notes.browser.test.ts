import { expect, test } from 'vitest'
import { SteadylineDatabase } from '../database.ts'

test('version 1 has calls, checklists and notes', async () => {
  const database = new SteadylineDatabase(`migration-1-${crypto.randomUUID()}`, 1)
  await database.open()
  expect(database.verno).toBe(1)
  expect(
    database.tables.map(({ name, schema }) => [name, schema.primKey.name, schema.indexes.map((index) => index.name)]),
  ).toEqual([
    ['calls', 'id', ['startedAt']],
    ['checklists', 'callId', ['stage']],
    ['notes', 'id', ['updatedAt']],
  ])
  database.close()
  await database.delete()
})
