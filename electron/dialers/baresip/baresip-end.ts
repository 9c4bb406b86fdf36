import type { EndReport } from '../../../shared/call/call-report.ts'

const outcomes: Readonly<Record<string, NonNullable<EndReport['outcome']>>> = {
  '408': 'no-answer',
  '480': 'no-answer',
  '487': 'no-answer',
  '486': 'busy',
  '600': 'busy',
  '603': 'declined',
  '607': 'declined',
}

/**
 * Who ended a call, and how, from the text behind `CALL_CLOSED`.
 *
 * A missed call and one that the caller hung up close with the same words, and so do a rejected one and one that the agent
 * hung up: what the call had been through tells them apart, later.
 */
export function endOf(param: string): EndReport {
  if (/^Call transferr?ed/i.test(param)) return { by: 'agent', outcome: 'transferred' }
  if (param === 'Connection reset by user') return { by: 'agent' }
  if (param === 'Connection reset by peer') return { by: 'far-end' }
  if (param === 'Connection timed out') return { by: 'unknown', outcome: 'unreachable' }
  if (param === 'Local timeout') return { by: 'unknown', outcome: 'no-answer' }
  if (param === '486 Rejected') return { by: 'far-end', outcome: 'declined' }
  const status = /^([3-6]\d\d) /.exec(`${param} `)?.[1]
  return status === undefined ? { by: 'unknown' } : { by: 'far-end', outcome: outcomes[status] ?? 'unreachable' }
}
