import * as z from 'zod'
import { dialerIds } from '../dialers/dialer-health.ts'
import { farEndText } from './far-end-text.ts'

const party = z.object({
  name: z.string().transform(farEndText),
  number: z.string().transform(farEndText),
})

const common = {
  dialer: z.enum(dialerIds),
  /** The dialer's own id of the call. */
  ref: z.string().min(1).max(250),
  /** Known from any event of most dialers, so that a call whose beginning was missed can still be opened. */
  direction: z.enum(['incoming', 'outgoing']).optional(),
  party: party.optional(),
  /** Ref of the call this one consults about, where the dialer or the agent knows. */
  consultFor: z.string().min(1).max(250).optional(),
  /** Milliseconds the call had already been answered for when it was found, as the dialer counts them. */
  alreadyAnsweredFor: z.number().nonnegative().optional(),
}

/** What the far end, the agent or the network did, as far as the dialer can tell. */
export const endReport = z.object({
  by: z.enum(['far-end', 'agent', 'unknown']),
  /** Given when the dialer said more than that the line is gone. */
  outcome: z.enum(['busy', 'declined', 'no-answer', 'unreachable', 'transferred', 'transfer-failed', 'lost']).optional(),
})

/** One fact from a dialer. It may come twice, late, out of order or never: `call-transitions.ts` absorbs that. */
export const callReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('call.ringing'), ...common }),
  z.object({ type: z.literal('call.dialling'), ...common }),
  z.object({ type: z.literal('call.answered'), ...common }),
  z.object({ type: z.literal('call.held'), ...common }),
  z.object({ type: z.literal('call.resumed'), ...common }),
  z.object({ type: z.literal('call.ended'), ...common, end: endReport }),
])

export type EndReport = z.infer<typeof endReport>
export type CallReport = z.infer<typeof callReport>
export type CallEventType = CallReport['type']
