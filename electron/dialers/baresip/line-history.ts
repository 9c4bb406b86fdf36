import type { DialerFailure } from '../../../shared/dialers/dialer-health.ts'
import type { Address } from './baresip-connection.ts'

/** How the last connections ended: what decides how long to wait, and what to call it. */
export interface LineHistory {
  readonly failuresInARow: number
  /** Connections in a row that were closed, soon and without a word, by the phone's side. */
  readonly thrownOff: number
}

export const freshLine: LineHistory = { failuresInARow: 0, thrownOff: 0 }

export interface LineEnd {
  /** Milliseconds; null when it was never open. */
  readonly lived: number | null
  readonly failure: DialerFailure | null
}

const shortLife = 5_000

export function historyAfter(history: LineHistory, { lived, failure }: LineEnd): LineHistory {
  const short = lived === null || lived < shortLife
  const withoutAWord = lived !== null && (failure === null || failure.kind === 'dialer.unreachable')
  return {
    failuresInARow: short ? history.failuresInARow + 1 : 1,
    thrownOff: withoutAWord ? (short ? history.thrownOff + 1 : 1) : 0,
  }
}

/** A phone throws its client off for another one without a word; once may be a restart, twice is a rival. */
export function whyItEnded(history: LineHistory, failure: DialerFailure | null, address: Address): DialerFailure {
  if (history.thrownOff >= 2) return { kind: 'dialer.taken', dialer: 'baresip', ...address }
  return failure ?? { kind: 'dialer.unreachable', dialer: 'baresip', ...address, cause: 'closed' }
}
