import type { CallReport, EndReport } from '../../../shared/call/call-report.ts'
import type { Moment } from '../../../shared/call/call-transitions.ts'
import type { BaresipEvent } from './baresip-codec.ts'
import { endOf } from './baresip-end.ts'
import { partyOf } from './baresip-party.ts'
import { foundPrefix, type PhoneCall } from './phone-call.ts'

/** Longest ref a report may carry, and a call id is the far end's text. */
const longestRef = 250

/** What one frame from the phone meant. */
export interface PhoneStep {
  readonly calls: readonly PhoneCall[]
  readonly reports: readonly CallReport[]
  /** Something happened that only a list of the calls can tell. */
  readonly asksForList: boolean
}

/** Types that say nothing about where a call stands. */
const meaningless: ReadonlySet<string> = new Set([
  ...['REGISTERING', 'REGISTER_OK', 'REGISTER_FAIL', 'UNREGISTERING', 'FALLBACK_OK', 'FALLBACK_FAIL', 'MWI_NOTIFY'],
  ...['CALL_RTCP', 'CALL_RTPESTAB', 'CALL_MENC', 'CALL_DTMF_START', 'CALL_DTMF_END', 'CALL_LOCAL_SDP'],
  ...[
    'VU_TX_REPORT',
    'VU_RX_REPORT',
    'AUDIO_ERROR',
    'MODULE',
    'SHUTDOWN',
    'EXIT',
    'CREATE',
    'SIPSESS_CONN',
    'END_OF_FILE',
    'CUSTOM',
  ],
])

/**
 * Types after which a list tells more than the event does.
 *
 * `CALL_HOLD` and `CALL_RESUME` of newer versions are among them: they say that the far end put the agent on hold, and ours
 * is the other way round. `CALL_ANSWERED` is, because the connection may still fail.
 */
const hints: ReadonlySet<string> = new Set([
  ...['CALL_REMOTE_SDP', 'CALL_ANSWERED', 'CALL_HOLD', 'CALL_RESUME', 'CALL_REDIRECT', 'TRANSFER', 'REFER'],
])

export function isKnownType(type: string): boolean {
  return meaningless.has(type) || hints.has(type) || Object.hasOwn(meanings, type) || type === 'TRANSFER_FAILED'
}

type Meaning = 'begins' | 'answered' | 'ended'

/** Where a call that answers by itself, or whose first event was lost, is met first. */
const alsoBegin: ReadonlySet<string> = new Set(['CALL_LOCAL_SDP', 'CALL_REMOTE_SDP', 'CALL_ANSWERED'])

const meanings: Readonly<Record<string, Meaning>> = {
  CALL_INCOMING: 'begins',
  CALL_OUTGOING: 'begins',
  CALL_RINGING: 'begins',
  CALL_PROGRESS: 'begins',
  CALL_ESTABLISHED: 'answered',
  CALL_CLOSED: 'ended',
}

export function afterEvent(calls: readonly PhoneCall[], event: BaresipEvent, now: Moment): PhoneStep {
  if (event.id === undefined || event.id === '') return { calls, reports: [], asksForList: event.type.startsWith('CALL_') }
  const known = calls.find((call) => call.id === event.id) ?? calls.find((call) => isUnnamed(call, event))
  if (event.type === 'TRANSFER_FAILED') {
    const marked = known === undefined ? calls : replaced(calls, { ...known, id: event.id, transferFailed: true })
    return { calls: marked, reports: [], asksForList: true }
  }
  const meaning = known === undefined && alsoBegin.has(event.type) ? 'begins' : meaningOf(event.type)
  if (meaning === undefined) {
    const named = known === undefined ? calls : replaced(calls, { ...known, id: event.id })
    return {
      calls: named,
      reports: [],
      asksForList: hints.has(event.type) || (known === undefined && event.type.startsWith('CALL_')),
    }
  }
  const call = { ...(known ?? newCall(event, event.id, now)), id: event.id }
  return meant(replaced(calls, call), call, meaning, event, now)
}

function meaningOf(type: string): Meaning | undefined {
  return Object.hasOwn(meanings, type) ? meanings[type] : undefined
}

function meant(calls: readonly PhoneCall[], call: PhoneCall, meaning: Meaning, event: BaresipEvent, now: Moment): PhoneStep {
  const about = { dialer: 'baresip', ref: call.ref, ...whatItSaysOfTheCall(event) } as const
  switch (meaning) {
    case 'begins':
      return {
        calls,
        reports: [{ type: event.direction === 'outgoing' ? 'call.dialling' : 'call.ringing', ...about }],
        asksForList: true,
      }
    case 'answered': {
      const answered: PhoneCall = { ...call, phase: 'answered', answeredAt: call.answeredAt ?? now.wall }
      return { calls: replaced(calls, answered), reports: [{ type: 'call.answered', ...about }], asksForList: true }
    }
    case 'ended': {
      const end: EndReport = call.transferFailed ? { by: 'unknown', outcome: 'transfer-failed' } : endOf(event.param ?? '')
      return {
        calls: calls.filter((other) => other.ref !== call.ref),
        reports: [{ type: 'call.ended', ...about, end }],
        asksForList: true,
      }
    }
  }
}

function whatItSaysOfTheCall(event: BaresipEvent): Pick<CallReport, 'direction' | 'party'> {
  return {
    ...(event.direction === undefined ? {} : { direction: event.direction }),
    ...(event.peeruri === undefined ? {} : { party: partyOf(event.peeruri, event.peerdisplayname) }),
  }
}

function newCall(event: BaresipEvent, id: string, now: Moment): PhoneCall {
  const peer = event.peeruri ?? ''
  return {
    ref: id.length <= longestRef ? id : `${foundPrefix}${now.wall.toString(36)}-${id.slice(0, 100)}`,
    id,
    account: event.accountaor ?? null,
    peer,
    number: partyOf(peer).number,
    phase: event.direction === 'outgoing' ? 'dialling' : 'ringing',
    onHold: false,
    setAside: false,
    line: null,
    transferFailed: false,
    consultFor: null,
    answeredAt: null,
    remembered: false,
  }
}

/** A call found in a list gets its id from the first event about the same peer. */
function isUnnamed(call: PhoneCall, event: BaresipEvent): boolean {
  if (call.id !== null || event.peeruri === undefined) return false
  const meaning = meaningOf(event.type)
  if (call.phase === 'answered' && (meaning === 'begins' || meaning === 'answered')) return false
  if (event.direction === 'outgoing' ? call.phase === 'ringing' : call.phase === 'dialling') return false
  return call.peer === null ? call.number === partyOf(event.peeruri).number : call.peer === event.peeruri
}

/** In its place when it is known, behind the others when it is not: the order of appearance. */
function replaced(calls: readonly PhoneCall[], call: PhoneCall): readonly PhoneCall[] {
  if (!calls.some((other) => other.ref === call.ref)) return [...calls, call]
  return calls.map((other) => (other.ref === call.ref ? call : other))
}
