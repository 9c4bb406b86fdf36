import type { DialerId } from '../dialers/dialer-health.ts'
import type { Call } from './call.ts'
import { elapsed, type Mono } from './stopwatch.ts'

/** Milliseconds on hold after which the caller should hear a voice again, and between two reminders. */
export const holdPatience = 45_000

/** Milliseconds on one step after which a word from the agent is due. */
export const stepPatience = 90_000

/** Milliseconds without a move after which a call nobody watches is asked about, and between two askings. */
export const callPatience = 30 * 60_000

/** The same while it rings. */
export const ringPatience = 3 * 60_000

/** What the clock says to an agent, at the edge of the screen and never over it. */
export interface Nudge {
  /** `over` and `stillRinging` ask whether an end was missed: nothing is ever ended by the clock. */
  readonly kind: 'hold' | 'quiet' | 'over' | 'stillRinging'
  readonly forMs: number
}

/** Those that are asked which calls they have, so that an end they forgot to tell is found; the others may leave one open for ever. */
const watched: ReadonlySet<DialerId> = new Set(['baresip', 'asterisk', 'practice'])

type Timed = Pick<Call, 'dialer' | 'state' | 'ring' | 'hold' | 'talk'>

/** `lastMove` is when the agent last did anything on the checklist or in the note. */
export function nudgeFor(call: Timed, lastMove: Mono, now: Mono): Nudge | null {
  return watched.has(call.dialer) ? dueNow(call, lastMove, now) : (missedEnd(call, lastMove, now) ?? dueNow(call, lastMove, now))
}

function missedEnd({ state, ring, hold, talk }: Timed, lastMove: Mono, now: Mono): Nudge | null {
  if (state === 'ringing' || state === 'dialling') {
    const forMs = now - (ring.runningSince ?? now)
    return forMs >= ringPatience ? { kind: 'stillRinging', forMs } : null
  }
  const forMs = now - Math.max(lastMove, talk.runningSince ?? hold.runningSince ?? now)
  return forMs >= callPatience ? { kind: 'over', forMs } : null
}

function dueNow(call: Timed, lastMove: Mono, now: Mono): Nudge | null {
  if (call.state === 'held') {
    const forMs = call.hold.runningSince === null ? 0 : elapsed({ collected: 0, runningSince: call.hold.runningSince }, now)
    return forMs >= holdPatience ? { kind: 'hold', forMs } : null
  }
  if (call.state !== 'live') return null
  const quietSince = Math.max(lastMove, call.talk.runningSince ?? now)
  return now - quietSince >= stepPatience ? { kind: 'quiet', forMs: now - quietSince } : null
}
