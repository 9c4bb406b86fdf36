import type { Call } from '../../shared/call/call.ts'
import { firstNameIn } from '../../shared/playbook/first-name.ts'
import type { LineFacts } from '../../shared/playbook/placeholders.ts'
import type { Settings } from '../../shared/settings/settings.ts'

/** What a line may say of this call. */
export function lineFacts({ party }: Pick<Call, 'party'>, { agentName }: Pick<Settings, 'agentName'>): LineFacts {
  return { 'caller.name': party.name, 'caller.firstName': firstNameIn(party.name), 'agent.firstName': agentName }
}
