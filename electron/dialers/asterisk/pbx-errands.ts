import { randomUUID } from 'node:crypto'
import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import { failed, type Result, success } from '../../../shared/result.ts'
import { dialledNumber } from '../dialled-number.ts'
import type { AgentCall } from './agent-call.ts'
import type { ExpectedCall } from './agent-calls.ts'
import type { AmiAction, AmiConnection } from './ami-connection.ts'

/** One thing asked for, and the call it is about. Actions name the call's own channel, whose name is never another's. */
export interface AmiErrand {
  readonly connection: AmiConnection
  readonly call: AgentCall
  readonly leg: AgentCall | undefined
  /** Where colleagues are dialled; empty for Asterisk's own choice. */
  readonly context: string
  /** Whether an end of this call that follows is the agent's. */
  endsByAgent(call: AgentCall, does: boolean): void
  /** Knows the colleague's leg when it appears. */
  expectLeg(ms: number, number: string): AwaitedLeg
}

export interface AwaitedLeg {
  /** Fails when it did not appear in time, or when Asterisk says that it will not. */
  readonly appeared: Promise<Result<null, DialerFailure>>
  forget(): void
}

/** What calling somebody needs of the dialer that does it. */
export interface AmiCalling {
  readonly connection: AmiConnection
  /** The agent's own, which rings first. */
  readonly device: string
  readonly context: string
  /** Knows the call when it appears. */
  expectCall(ms: number, call: ExpectedCall): AwaitedLeg
}

type Done = Promise<Result<null, DialerFailure>>

const cannot = failed({ kind: 'dialer.cannot', dialer: 'asterisk' } as const)
const noSuchCall = failed({ kind: 'dialer.noSuchCall', dialer: 'asterisk' } as const)

/** Milliseconds; Asterisk waits three seconds for more digits by default, and dials then. */
const legTimeout = 8_000
/** Milliseconds the agent's own device rings for a call that goes out. */
const ownRingMs = 30_000

/** Asterisk joins caller and colleague when the agent hangs up during a consultation, so that is not asked for by hanging up. */
export async function hangUp(errand: AmiErrand): Done {
  if (errand.leg !== undefined) return cannot
  return ending(errand, errand.call, { Action: 'Hangup', Channel: errand.call.channel })
}

/**
 * `Atxfer` plays the feature code and the number into the agent's channel: only digits can be sent, and Asterisk says ok
 * even where that feature is not allowed. The leg is the proof.
 */
export async function consult(errand: AmiErrand, written: string): Done {
  const { call, context, leg } = errand
  if (leg !== undefined || call.phase !== 'answered' || call.consultFor !== null) return cannot
  const number = dialledNumber(written) ?? ''
  if (!/^[0-9*]+$/.test(number)) return notDiallable(written)
  const awaited = errand.expectLeg(legTimeout, number)
  const asked = await act(errand, { Action: 'Atxfer', Channel: call.channel, Exten: number, ...within(context) })
  return proven(asked, awaited)
}

export async function cancelConsult(errand: AmiErrand): Done {
  if (errand.leg === undefined) return cannot
  return ending(errand, errand.leg, { Action: 'CancelAtxfer', Channel: errand.call.channel })
}

/** The agent's channel leaves, and Asterisk joins the two that stay. */
export async function completeTransfer(errand: AmiErrand): Done {
  if (errand.leg?.phase !== 'answered') return cannot
  return act(errand, { Action: 'Hangup', Channel: errand.call.channel })
}

export async function blindTransfer(errand: AmiErrand, written: string): Done {
  const { call, context, leg } = errand
  if (leg !== undefined || call.phase !== 'answered') return cannot
  const number = dialledNumber(written)
  if (number === null) return notDiallable(written)
  return act(errand, { Action: 'BlindTransfer', Channel: call.channel, Exten: number, ...within(context) })
}

/**
 * The agent's own device rings first, and the dialplan goes on from it to the number.
 *
 * The caller id is the device's own name, as if the number had been dialled on it; the dialplan may know a better one.
 */
export async function callOut({ connection, device, context, expectCall }: AmiCalling, written: string): Done {
  const number = dialledNumber(written)
  if (number === null) return notDiallable(written)
  const uniqueid = `steadyline-${randomUUID()}`
  const awaited = expectCall(legTimeout, { uniqueid, number })
  const asked = await connection.ask({
    Action: 'Originate',
    Channel: device,
    Exten: number,
    Context: context || 'default',
    Priority: '1',
    CallerID: device.slice(device.indexOf('/') + 1),
    Timeout: String(ownRingMs),
    Async: 'true',
    ChannelId: uniqueid,
    ActionID: uniqueid,
  })
  return proven(asked, awaited)
}

async function proven(asked: Result<unknown, DialerFailure>, awaited: AwaitedLeg): Done {
  if (!asked.ok) awaited.forget()
  if (!asked.ok) return asked
  return awaited.appeared
}

/** The end may be told before the action is answered. */
async function ending(errand: AmiErrand, over: AgentCall, action: AmiAction): Done {
  errand.endsByAgent(over, true)
  const done = await act(errand, action)
  if (!done.ok) errand.endsByAgent(over, false)
  return done
}

async function act({ connection, call }: AmiErrand, action: AmiAction): Done {
  if (call.channel === '') return noSuchCall
  const answer = await connection.ask(action)
  return answer.ok ? success(null) : answer
}

function within(context: string): { readonly Context?: string } {
  return context === '' ? {} : { Context: context }
}

function notDiallable(number: string): Result<null, DialerFailure> {
  return failed({ kind: 'dialer.notDiallable', dialer: 'asterisk', number })
}
