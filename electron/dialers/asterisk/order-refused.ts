import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import type { ExpectedCall } from './agent-calls.ts'
import type { AmiEvent } from './ami-events.ts'

/** `Reason` of an `OriginateResponse`: the control frame the attempt ended with. */
const busy = '5'

/**
 * Why a call that was ordered will not begin; null when the event says nothing of that.
 *
 * Asterisk takes every `Originate` that is asynchronous, and says only in this event that the agent's own device could not
 * be rung, such as one that is not registered: no channel ever tells of it.
 */
export function orderRefused(event: AmiEvent, calling: ExpectedCall | null): DialerFailure | null {
  if (event.Event !== 'OriginateResponse' || event.Response !== 'Failure') return null
  if (calling === null || event.ActionID !== calling.uniqueid) return null
  return { kind: event.Reason === busy ? 'dialer.busy' : 'dialer.ownPhoneAway', dialer: 'asterisk' }
}
