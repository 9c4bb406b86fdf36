import type { Call } from '../../shared/call/call.ts'
import type { DialerPowers } from '../../shared/dialers/dialer-health.ts'

export interface CallVerb {
  readonly run: () => void
  /** The dialer cannot be asked: the agent does it there and marks it here. */
  readonly byHand: boolean
}

/** What can be done with a call now; a verb that makes no sense is `undefined`. */
export interface CallVerbs {
  readonly answer: CallVerb | undefined
  readonly decline: CallVerb | undefined
  readonly cancel: CallVerb | undefined
  readonly hold: CallVerb | undefined
  readonly resume: CallVerb | undefined
  readonly wrapUp: CallVerb | undefined
}

export interface CallOrders {
  answer(): void
  hold(): void
  resume(): void
  /** Asks first: what it leads to cannot be taken back. */
  askToEnd(): void
}

export function callVerbs({ state, direction }: Call, powers: DialerPowers, orders: CallOrders): CallVerbs {
  const verb = (makesSense: boolean, able: boolean, run: () => void) => (makesSense ? { run, byHand: !able } : undefined)
  const waiting = state === 'ringing' || state === 'dialling'
  return {
    answer: verb(state === 'ringing' || (state === 'dialling' && !powers.answer), powers.answer, orders.answer),
    decline: verb(waiting && direction === 'incoming', powers.hangUp, orders.askToEnd),
    cancel: verb(waiting && direction === 'outgoing', powers.hangUp, orders.askToEnd),
    hold: verb(state === 'live', powers.hold, orders.hold),
    resume: verb(state === 'held', powers.hold, orders.resume),
    wrapUp: verb(state === 'live' || state === 'held', powers.hangUp, orders.askToEnd),
  }
}
