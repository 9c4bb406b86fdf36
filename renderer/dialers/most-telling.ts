import type { DialerHealth } from '../../shared/dialers/dialer-health.ts'

const urgency = { retrying: 0, connecting: 1, ready: 2, off: 3 } as const

/** The dialer to speak of where there is room for one: trouble first; null when none is switched on. */
export function mostTelling(dialers: readonly DialerHealth[]): DialerHealth | null {
  const connectable = dialers.filter(({ dialer, state }) => dialer !== 'manual' && dialer !== 'practice' && state !== 'off')
  return connectable.toSorted((a, b) => urgency[a.state] - urgency[b.state])[0] ?? null
}
