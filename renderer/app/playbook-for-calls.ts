import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { Mirror } from './steadyline.ts'

/** The one the settings name, or the usual one while that cannot be read. */
export function playbookForCalls({ playbooks, settings }: Pick<Mirror, 'playbooks' | 'settings'>): Playbook {
  const readable = playbooks.flatMap(({ playbook }) => playbook ?? [])
  const chosen = readable.find(({ id }) => id === settings.playbook) ?? readable[0]
  if (chosen === undefined) throw new Error('The built-in playbooks are always there')
  return chosen
}
