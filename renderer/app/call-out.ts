import type { DialRequest, Requests } from '../../shared/contract.ts'
import type { CompanionSilent } from '../callbacks/callbacks.ts'

type Dialled = Requests['call.dial']['answer'] | { readonly ok: false; readonly failure: CompanionSilent }

/** Calls by a dialer that can, or else by the program the system has; fails with `dialer.cannot` when only a hand is left. */
export async function callOut(order: DialRequest, dial: (order: DialRequest) => Promise<Dialled>): Promise<Dialled> {
  const dialled = await dial(order)
  const nobodyCould = !dialled.ok && dialled.failure.kind === 'dialer.cannot'
  return nobodyCould && order.through === 'dialer' ? dial({ ...order, through: 'system' }) : dialled
}
