import type { CallbackKind } from '../../shared/callbacks/callback-kind.ts'
import { playbookForKind } from '../../shared/callbacks/playbook-for-kind.ts'
import type { Playbook } from '../../shared/playbook/playbook.ts'
import type { Mirror } from './steadyline.ts'

/** The one for this kind of promised call, else the one the settings name, or the usual one while those cannot be read. */
export function playbookForCalls(
  { playbooks, settings }: Pick<Mirror, 'playbooks' | 'settings'>,
  kind: CallbackKind | null = null,
): Playbook {
  const readable = playbooks.flatMap(({ playbook }) => playbook ?? [])
  const forKind = kind && readable.find(({ id }) => id === playbookForKind[kind])
  const chosen = forKind ?? readable.find(({ id }) => id === settings.playbook) ?? readable[0]
  if (chosen === undefined) throw new Error('The built-in playbooks are always there')
  return chosen
}
