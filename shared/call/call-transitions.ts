import { assertNever } from '../assert-never.ts'
import type { Call, CallState, EndCause, Party } from './call.ts'
import type { CallEventType, CallReport, EndReport } from './call-report.ts'
import { type Mono, type Stopwatch, started, stopped, zeroed } from './stopwatch.ts'

/**
 * What a report does to a call, for every state and every report; `null` absorbs it.
 *
 * ```
 *            ┌─ call.ringing ──▶ ringing ──┐                  ┌── call.held ──▶ held ──┐
 *  (unseen) ─┤                             ├─ call.answered ─▶ live ◀── call.resumed ──┘
 *            └─ call.dialling ▶ dialling ──┘                    │
 *                                   └──────── call.ended ───────┴──▶ ended ──▶ (absorbs everything)
 * ```
 *
 * A dialer may report twice, late, out of order or never. A repeated or late report meets `null`; one whose forerunner was
 * lost opens the call where it now is (an auto-answered call begins with `call.answered`, a call on hold with `call.held`);
 * an end that overtakes its own beginning leaves an ended call, so that the beginning is absorbed when it arrives.
 */
const transitions: Readonly<Record<CallState | 'unseen', Readonly<Record<CallEventType, CallState | null>>>> = {
  unseen: {
    'call.ringing': 'ringing',
    'call.dialling': 'dialling',
    'call.answered': 'live',
    'call.held': 'held',
    'call.resumed': 'live',
    'call.ended': 'ended',
  },
  ringing: {
    'call.ringing': null,
    'call.dialling': null,
    'call.answered': 'live',
    'call.held': 'held',
    'call.resumed': 'live',
    'call.ended': 'ended',
  },
  dialling: {
    'call.ringing': null,
    'call.dialling': null,
    'call.answered': 'live',
    'call.held': 'held',
    'call.resumed': 'live',
    'call.ended': 'ended',
  },
  live: {
    'call.ringing': null,
    'call.dialling': null,
    'call.answered': null,
    'call.held': 'held',
    'call.resumed': null,
    'call.ended': 'ended',
  },
  held: {
    'call.ringing': null,
    'call.dialling': null,
    'call.answered': null,
    'call.held': null,
    'call.resumed': 'live',
    'call.ended': 'ended',
  },
  ended: {
    'call.ringing': null,
    'call.dialling': null,
    'call.answered': null,
    'call.held': null,
    'call.resumed': null,
    'call.ended': null,
  },
}

/** One moment on both clocks. */
export interface Moment {
  readonly mono: Mono
  /** Milliseconds since 1970. */
  readonly wall: number
}

/** The call as it stands after `report`, or `null` when the report is absorbed. */
export function callAfter(call: Call | null, report: CallReport, now: Moment): Call | null {
  const next = transitions[call?.state ?? 'unseen'][report.type]
  if (next === null) return null
  const before = call ?? unseenCall(report, now)
  const answersNow = before.answeredAt === null && (next === 'live' || next === 'held')
  return {
    ...before,
    party: fuller(before.party, report.party),
    state: next,
    certain: true,
    endCause: report.type === 'call.ended' ? endCause(before, report.end) : null,
    answeredAt: answersNow ? now.wall - (report.alreadyAnsweredFor ?? 0) : before.answeredAt,
    endedAt: next === 'ended' ? now.wall : null,
    ring: runsWhile(next === 'ringing' || next === 'dialling', before.ring, now.mono),
    talk: runsWhile(next === 'live', answersNow ? collectedBefore(report) : before.talk, now.mono),
    hold: runsWhile(next === 'held', before.hold, now.mono),
    afterCall: runsWhile(next === 'ended' && before.answeredAt !== null, before.afterCall, now.mono),
  }
}

/** A call that was never answered ends by whoever gave up; one that was, by whoever hung up. */
function endCause(call: Call, end: EndReport): EndCause {
  if (end.outcome === 'lost' || end.outcome === 'transferred' || end.outcome === 'transfer-failed') return end.outcome
  if (call.answeredAt !== null) return end.by === 'agent' ? 'agent-hung-up' : end.by === 'far-end' ? 'caller-hung-up' : 'lost'
  if (call.direction === 'incoming') return end.by === 'agent' || end.outcome === 'declined' ? 'declined' : 'missed'
  if (end.by === 'agent') return 'cancelled'
  switch (end.outcome) {
    case 'busy':
    case 'declined':
    case 'no-answer':
    case 'unreachable':
      return end.outcome
    case undefined:
      return 'no-answer'
    default:
      return assertNever(end.outcome)
  }
}

function unseenCall(report: CallReport, now: Moment): Call {
  return {
    id: `${report.dialer}:${report.ref}`,
    dialer: report.dialer,
    direction: report.direction ?? (report.type === 'call.dialling' ? 'outgoing' : 'incoming'),
    party: { name: '', number: '' },
    state: 'ended',
    endCause: null,
    consultFor: report.consultFor === undefined ? null : `${report.dialer}:${report.consultFor}`,
    certain: true,
    startedAt: now.wall - (report.alreadyAnsweredFor ?? 0),
    answeredAt: null,
    endedAt: null,
    ring: zeroed,
    talk: zeroed,
    hold: zeroed,
    afterCall: zeroed,
  }
}

function collectedBefore(report: CallReport): Stopwatch {
  return { collected: report.alreadyAnsweredFor ?? 0, runningSince: null }
}

function fuller(known: Party, said: Party | undefined): Party {
  return { name: known.name || (said?.name ?? ''), number: known.number || (said?.number ?? '') }
}

function runsWhile(running: boolean, watch: Stopwatch, now: Mono): Stopwatch {
  return running ? started(watch, now) : stopped(watch, now)
}
