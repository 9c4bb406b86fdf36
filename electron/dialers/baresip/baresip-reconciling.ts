import type { CallReport } from '../../../shared/call/call-report.ts'
import type { Moment } from '../../../shared/call/call-transitions.ts'
import type { ListedCall } from './baresip-listing.ts'
import { partyOf } from './baresip-party.ts'
import { couldBe, foundPrefix, type PhoneCall } from './phone-call.ts'

/** What a whole list of the phone's calls meant. */
export interface ListStep {
  readonly calls: readonly PhoneCall[]
  readonly reports: readonly CallReport[]
  /** A call is gone and nothing said how. */
  readonly lostSight: boolean
}

/**
 * Lays a list beside what is believed: new lines are calls found, missing ones are calls ended, "(on hold)" is a hold.
 *
 * baresip handles one frame at a time, so a list is true of the moment between the frames around it.
 */
export function afterListing(calls: readonly PhoneCall[], listing: readonly ListedCall[], now: Moment): ListStep {
  const left = [...calls]
  const reports: CallReport[] = []
  const seen = new Map<string, PhoneCall>()
  const found: PhoneCall[] = []
  for (const listed of [...listing].sort((one, other) => one.line - other.line)) {
    const match = bestMatch(left, listed, now.wall)
    const before = match ?? foundCall(listed, calls.length + found.length, now)
    if (match === undefined) found.push(before)
    else left.splice(left.indexOf(match), 1)
    const after = asListed(before, listed, now)
    seen.set(after.ref, after)
    reports.push(...whatChanged(match ?? null, after, listed))
  }
  return {
    calls: [...calls, ...found].flatMap((call) => seen.get(call.ref) ?? []),
    reports: [...reports, ...left.filter((call) => call.transferFailed).map(failedTransfer)],
    lostSight: left.some((call) => !call.transferFailed),
  }
}

function bestMatch(calls: readonly PhoneCall[], listed: ListedCall, wallNow: number): PhoneCall | undefined {
  const candidates = calls.filter((call) => couldBe(call, listed, wallNow))
  return (
    candidates.find((call) => call.line === listed.line) ??
    candidates.find((call) => call.phase === listed.phase) ??
    candidates[0]
  )
}

function foundCall(listed: ListedCall, index: number, now: Moment): PhoneCall {
  return {
    ref: listed.id !== null && listed.id.length <= 250 ? listed.id : `${foundPrefix}${now.wall.toString(36)}-${index}`,
    id: listed.id,
    account: listed.account,
    peer: listed.peer,
    number: partyOf(listed.peer).number,
    phase: listed.phase === 'early' ? 'dialling' : listed.phase,
    onHold: false,
    setAside: false,
    line: listed.line,
    transferFailed: false,
    consultFor: null,
    answeredAt: null,
    remembered: false,
  }
}

function asListed(call: PhoneCall, listed: ListedCall, now: Moment): PhoneCall {
  return {
    ...call,
    id: call.id ?? listed.id,
    account: call.account ?? listed.account,
    peer: listed.peer,
    line: listed.line,
    phase: listed.phase === 'early' ? call.phase : listed.phase,
    onHold: listed.phase === 'answered' && listed.onHold,
    setAside: listed.phase === 'ringing' && listed.onHold,
    answeredAt: listed.phase === 'answered' ? (call.answeredAt ?? now.wall - listed.answeredFor) : null,
    remembered: false,
  }
}

function whatChanged(before: PhoneCall | null, after: PhoneCall, listed: ListedCall): readonly CallReport[] {
  const about = { dialer: 'baresip', ref: after.ref, party: partyOf(listed.peer) } as const
  if (after.phase === 'ringing') return before === null ? [{ type: 'call.ringing', direction: 'incoming', ...about }] : []
  if (after.phase === 'dialling') return before === null ? [{ type: 'call.dialling', direction: 'outgoing', ...about }] : []
  const answered = before?.phase !== 'answered'
  const since = answered && listed.answeredFor > 0 ? { alreadyAnsweredFor: listed.answeredFor } : {}
  if (after.onHold !== (before?.onHold ?? false))
    return [{ type: after.onHold ? 'call.held' : 'call.resumed', ...about, ...since }]
  return answered ? [{ type: 'call.answered', ...about, ...since }] : []
}

/** 1.0.0 drops the caller when a transfer fails, and says nothing more about it. */
function failedTransfer(call: PhoneCall): CallReport {
  return { type: 'call.ended', dialer: 'baresip', ref: call.ref, end: { by: 'unknown', outcome: 'transfer-failed' } }
}

/** The connection is gone: every call has yet to prove that it is the one we knew. */
export function afterDisconnect(calls: readonly PhoneCall[]): readonly PhoneCall[] {
  return calls.map((call) => ({ ...call, line: null, remembered: true, transferFailed: false }))
}
