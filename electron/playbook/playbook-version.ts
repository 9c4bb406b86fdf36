import { createHash } from 'node:crypto'
import type { Playbook, PlaybookContent } from '../../shared/playbook/playbook.ts'

/** Comments and layout make no new version: it is taken over the content as read, whose fields always come in one order. */
export function withVersion(content: PlaybookContent): Playbook {
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
  return { ...content, version }
}
