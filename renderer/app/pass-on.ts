import type { Call } from '../../shared/call/call.ts'
import type { DialerPowers } from '../../shared/dialers/dialer-health.ts'
import type { Asking } from './asking.ts'

interface PassOnInput {
  readonly call: Call
  /** The second leg, when there is one. */
  readonly consult: Call | null
  readonly powers: DialerPowers
  /** Of the colleague; may be empty. */
  readonly number: string
  readonly asking: Asking
}

/**
 * Has the phone leave caller and colleague alone; false when it did not.
 *
 * A phone that cannot join lets go of its own leg first and then sends the caller on. With neither a leg nor a number the
 * agent does it on the phone, and there is nothing to ask for.
 */
export async function passOn({ call, consult, powers, number, asking }: PassOnInput): Promise<boolean> {
  const about = { callId: call.id }
  const canOnlySend = powers.consult && powers.transfer === 'blind'
  if (consult && !canOnlySend) return wasDone(await asking.ask('consult.complete', about))
  if (number === '') return true
  if (consult && !wasDone(await asking.ask('consult.cancel', about))) return false
  return wasDone(await asking.ask('call.transferBlind', { ...about, number }))
}

function wasDone(answer: { readonly ok: boolean } | null): boolean {
  return answer?.ok ?? false
}
