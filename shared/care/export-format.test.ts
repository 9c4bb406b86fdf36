import { expect, it } from 'vitest'
import * as z from 'zod'
import { exportSchema, exportTables } from './export-format.ts'

it('a program that reads an export finds a JSON Schema that is never older than the writer', async () => {
  const schema = z.toJSONSchema(exportSchema, { io: 'input', target: 'draft-07', reused: 'ref' })

  await expect(`${shortListsOnOneLine(JSON.stringify(schema, null, 2))}\n`).toMatchFileSnapshot('./steadyline-export.schema.json')
})

it('every list of the export is in its schema', () => {
  expect(exportTables.toSorted()).toEqual(
    Object.keys(exportSchema.shape)
      .filter((key) => !['format', 'version', 'exportedAt'].includes(key))
      .toSorted(),
  )
})

/** As the formatter writes them. */
function shortListsOnOneLine(json: string): string {
  return json.replace(/\[\n\s+("[^[\]{}]*")\n\s+\]/g, (list, items: string) => {
    const line = `[${items.replace(/\s+/g, ' ')}]`
    return line.length < 106 ? line : list
  })
}
