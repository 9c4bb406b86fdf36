import * as z from 'zod'
import { type CallReport, type EndReport, endReport } from '../../../shared/call/call-report.ts'
import { farEndText } from '../../../shared/call/far-end-text.ts'

const ref = z.string().trim().min(1).max(250)
const text = z.string().default('').transform(farEndText)

/** What a PBX sends to Zammad; `user` names agents, never the caller. */
export const zammadPush = z
  .object({
    event: z.enum(['newCall', 'answer', 'hangup']),
    callId: ref,
    direction: z.enum(['in', 'out']),
    from: text,
    to: text,
    cause: z.string().optional(),
  })
  .transform(({ event, callId, direction, from, to, cause }): CallReport => {
    const about = {
      dialer: 'push',
      ref: callId,
      direction: direction === 'in' ? 'incoming' : 'outgoing',
      party: { name: '', number: direction === 'in' ? from : to },
    } as const
    switch (event) {
      case 'newCall':
        return { type: direction === 'in' ? 'call.ringing' : 'call.dialling', ...about }
      case 'answer':
        return { type: 'call.answered', ...about }
      case 'hangup':
        return { type: 'call.ended', ...about, end: zammadEnd(direction, cause) }
    }
  })

/** A push that ends a call without saying who did counts as the far end's. */
function zammadEnd(direction: 'in' | 'out', cause: string | undefined): EndReport {
  switch (cause) {
    case 'cancel':
      return { by: direction === 'out' ? 'agent' : 'far-end' }
    case 'busy':
      return { by: 'far-end', outcome: 'busy' }
    case 'noAnswer':
      return { by: 'far-end', outcome: 'no-answer' }
    case 'congestion':
    case 'notFound':
      return { by: 'far-end', outcome: 'unreachable' }
    case 'forwarded':
      return { by: 'agent', outcome: 'transferred' }
    default:
      return { by: 'far-end' }
  }
}

const eventTypes = {
  ringing: 'call.ringing',
  dialling: 'call.dialling',
  answered: 'call.answered',
  held: 'call.held',
  resumed: 'call.resumed',
  ended: 'call.ended',
} as const

/** Steadyline's own form. */
export const callPush = z
  .object({
    event: z.enum(['ringing', 'dialling', 'answered', 'held', 'resumed', 'ended']),
    id: ref,
    direction: z.enum(['incoming', 'outgoing']).optional(),
    number: text,
    name: text,
    by: endReport.shape.by.default('far-end'),
    outcome: endReport.shape.outcome,
  })
  .transform(({ event, id, direction, number, name, by, outcome }): CallReport => {
    const about = {
      dialer: 'push' as const,
      ref: id,
      ...(direction === undefined ? {} : { direction }),
      ...(number === '' && name === '' ? {} : { party: { name, number } }),
    }
    const type = eventTypes[event]
    if (type !== 'call.ended') return { type, ...about }
    return { type, ...about, end: outcome === undefined ? { by } : { by, outcome } }
  })

/** What a parser objects to, in one sentence that names the field and never repeats its value. */
export function objection(error: z.ZodError): string {
  const issue = error.issues[0]
  const field = issue === undefined || issue.path.length === 0 ? 'The body' : `The field ${issue.path.join('.')}`
  return `${field} is missing or is not what the guide says.`
}
