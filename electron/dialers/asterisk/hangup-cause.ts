import type { EndReport } from '../../../shared/call/call-report.ts'
import type { AgentCall } from './agent-call.ts'

/** Q.850 causes of a `Hangup`. */
const outcomes: Readonly<Record<string, NonNullable<EndReport['outcome']>>> = {
  '1': 'unreachable',
  '3': 'unreachable',
  '17': 'busy',
  '18': 'no-answer',
  '19': 'no-answer',
  '20': 'unreachable',
  '21': 'declined',
  '27': 'unreachable',
  '28': 'unreachable',
  '34': 'unreachable',
  '38': 'unreachable',
}

/**
 * Who ended a call, and how.
 *
 * A device that turns a ringing call away says busy or rejected and asks for no hangup. An agent who does not pick up their own
 * device has called nobody.
 */
export function endOf(call: AgentCall, cause: string): EndReport {
  if (call.phase === 'ringing') return { by: call.agentHungUp || cause === '17' || cause === '21' ? 'agent' : 'far-end' }
  if (call.agentHungUp || call.ringsOwn) return { by: 'agent' }
  const outcome = call.phase === 'dialling' ? outcomes[cause] : undefined
  return { by: 'far-end', ...(outcome === undefined ? {} : { outcome }) }
}
