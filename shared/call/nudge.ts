import type { Call } from './call.ts'
import { elapsed, type Mono } from './stopwatch.ts'

/** Milliseconds on hold after which the caller should hear a voice again, and between two reminders. */
export const holdPatience = 45_000

/** Milliseconds on one step after which a word from the agent is due. */
export const stepPatience = 90_000

/** What the clock says to an agent, at the edge of the screen and never over it. */
export type Nudge = { readonly kind: 'hold'; readonly forMs: number } | { readonly kind: 'quiet'; readonly forMs: number }

/** `lastMove` is when the agent last did anything on the checklist or in the note. */
export function nudgeFor(call: Pick<Call, 'state' | 'hold' | 'talk'>, lastMove: Mono, now: Mono): Nudge | null {
  if (call.state === 'held') {
    const forMs = call.hold.runningSince === null ? 0 : elapsed({ collected: 0, runningSince: call.hold.runningSince }, now)
    return forMs >= holdPatience ? { kind: 'hold', forMs } : null
  }
  if (call.state !== 'live') return null
  const quietSince = Math.max(lastMove, call.talk.runningSince ?? now)
  return now - quietSince >= stepPatience ? { kind: 'quiet', forMs: now - quietSince } : null
}
