import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import writeFileAtomic from 'write-file-atomic'
import schema from '../../shared/playbook/playbook.schema.json' with { type: 'json' }
import type { Log } from '../log.ts'

/**
 * Puts the JSON Schema of playbooks above their folder.
 *
 * The first comment of every built-in playbook and of its copies points there, so that an editor completes the fields.
 */
export async function publishSchema(dataDir: string, log: Log): Promise<void> {
  const path = join(dataDir, 'playbook.schema.json')
  const text = `${JSON.stringify(schema, null, 2)}\n`
  if ((await readFile(path, 'utf8').catch(() => null)) === text) return
  await writeFileAtomic(path, text).catch((error) => log.warn('The schema of playbooks could not be written', { error }))
}
