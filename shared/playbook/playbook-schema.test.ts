import { expect, it } from 'vitest'
import * as z from 'zod'
import { playbookSchema } from './playbook-schema.ts'

it('an author completes fields in an editor by a JSON Schema that is never older than the reader', async () => {
  const schema = z.toJSONSchema(playbookSchema, {
    io: 'input',
    target: 'draft-07',
    override: ({ jsonSchema }) => {
      if (jsonSchema.properties !== undefined) jsonSchema.additionalProperties = false
    },
  })

  await expect(`${shortListsOnOneLine(JSON.stringify(schema, null, 2))}\n`).toMatchFileSnapshot('./playbook.schema.json')
})

/** As the formatter writes them. */
function shortListsOnOneLine(json: string): string {
  return json.replace(/\[\n\s+("[^[\]{}]*")\n\s+\]/g, (_, items: string) => `[${items.replace(/\s+/g, ' ')}]`)
}
