import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { partyOf } from './baresip-party.ts'
import type { ExpectedLeg } from './consult-leg.ts'
import type { PhoneCall } from './phone-call.ts'
import { accepted, type CommandedPhone, selectAndDo, selectAndGive } from './select-and-do.ts'

/** What consultations and transfers need of the dialer that runs them. */
export interface ErrandPhone extends CommandedPhone {
  /** Whether it knows `atransferexec`; 1.0.0 does not. */
  readonly joins: boolean
  calls(): readonly PhoneCall[]
  /** How often it told of a call that went out; counts up. */
  outgoingSeen(): number
  /** Takes a list of the calls for the truth, before anything that comes behind it. */
  look(): Promise<Result<null, DialerFailure>>
  /** Knows the leg when it appears. Returns what stops waiting for it and says whether it did. */
  expectLeg(leg: ExpectedLeg): () => boolean
}

type Done = Promise<Result<null, DialerFailure>>

const cannot = failed({ kind: 'dialer.cannot', dialer: 'baresip' } as const)
const noSuchCall = failed({ kind: 'dialer.noSuchCall', dialer: 'baresip' } as const)

/**
 * Puts the caller on hold and dials the colleague.
 *
 * `atransferstart` says ok and does nothing when the caller's side cannot be joined: then the colleague is dialled plainly.
 */
export async function consult(
  phone: ErrandPhone,
  call: PhoneCall,
  target: string,
): Promise<Result<{ readonly joinable: boolean }, DialerFailure>> {
  if (legFor(phone, call) !== undefined || call.phase !== 'answered') return cannot
  const stopExpecting = phone.expectLeg({ consultFor: call.ref, number: partyOf(target).number })
  const started = phone.joins ? await startTransfer(phone, call, target) : success(null)
  const joinable = legFor(phone, call) !== undefined
  const dialled = started.ok && !joinable ? await holdAndDial(phone, call, target) : started
  const appeared = stopExpecting()
  if (!dialled.ok) return dialled
  return appeared ? success({ joinable }) : failed({ kind: 'dialer.refused', dialer: 'baresip', said: target })
}

/** Ends the leg, and takes the caller off hold unless the phone did it by itself. */
export async function cancelConsult(phone: ErrandPhone, call: PhoneCall, joinable: boolean): Done {
  const leg = legFor(phone, call)
  if (leg === undefined) return noSuchCall
  if (joinable) {
    const aborted = await phone.connection.request({ command: 'atransferabort' })
    if (!aborted.ok) return aborted
  }
  const ended = await selectAndDo(phone, leg, 'hangUp')
  if (!ended.ok && ended.failure.kind !== 'dialer.noSuchCall') return ended
  const looked = await phone.look()
  if (!looked.ok) return looked
  const back = phone.calls().find(({ ref }) => ref === call.ref)
  if (back === undefined) return noSuchCall
  return back.onHold ? selectAndDo(phone, back, 'resume') : success(null)
}

/** Joins both. The leg is selected: the phone joins the caller to whatever call is current. */
export async function completeTransfer(phone: ErrandPhone, call: PhoneCall, joinable: boolean): Done {
  const leg = legFor(phone, call)
  if (leg === undefined) return noSuchCall
  if (!joinable || leg.phase !== 'answered') return cannot
  return selectAndGive(phone, leg, { command: 'atransferexec' })
}

export async function transferBlind(phone: ErrandPhone, call: PhoneCall, target: string): Done {
  return call.phase === 'answered' ? selectAndGive(phone, call, { command: 'transfer', params: target }) : cannot
}

/** `dial` says ok to what it cannot dial: a call that was seen, if only as it ended, is the proof. */
export async function dialOut(phone: ErrandPhone, target: string): Done {
  if (phone.calls().length > 0) return failed({ kind: 'dialer.busy', dialer: 'baresip' })
  const seenBefore = phone.outgoingSeen()
  const dialled = await dialAndLook(phone, target)
  if (!dialled.ok) return dialled
  return phone.outgoingSeen() > seenBefore ? success(null) : failed({ kind: 'dialer.refused', dialer: 'baresip', said: target })
}

async function startTransfer(phone: ErrandPhone, call: PhoneCall, target: string): Done {
  const started = await selectAndGive(phone, call, { command: 'atransferstart', params: target })
  return started.ok ? phone.look() : started
}

/** Hold is seen in a list before anybody is dialled: the caller must not hear what is said to the colleague. */
async function holdAndDial(phone: ErrandPhone, call: PhoneCall, target: string): Done {
  const held = call.onHold ? success(null) : await selectAndDo(phone, call, 'hold')
  const looked = held.ok ? await phone.look() : held
  if (!looked.ok) return looked
  const caller = phone.calls().find(({ ref }) => ref === call.ref)
  if (caller === undefined) return noSuchCall
  if (!caller.onHold) return failed({ kind: 'dialer.refused', dialer: 'baresip', said: 'hold' })
  return dialAndLook(phone, target)
}

async function dialAndLook(phone: ErrandPhone, target: string): Done {
  const dialled = accepted(await phone.connection.request({ command: 'dial', params: target }))
  return dialled.ok ? phone.look() : dialled
}

function legFor(phone: ErrandPhone, call: PhoneCall): PhoneCall | undefined {
  return phone.calls().find(({ consultFor }) => consultFor === call.ref)
}
