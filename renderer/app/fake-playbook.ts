import { builtInTexts } from '../../shared/playbook/built-in/built-in-playbooks.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import { readPlaybook } from '../../shared/playbook/read-playbook.ts'

/** For tests: the usual playbook, as it is always there. */
export const fakePlaybook: Playbook = usualPlaybook()

function usualPlaybook(): Playbook {
  const read = readPlaybook(builtInTexts[0] ?? '')
  if (!read.ok) throw new Error('the usual playbook can always be read')
  return { ...read.value.playbook, version: 'test' }
}
