import type { Callback } from '../../shared/callbacks/callback.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { type CallingHours, isCallable } from './calling-hours.ts'
import { nearest } from './moved-time.ts'
import { promisedAt, resolve } from './wall-time.ts'

type TrySettings = Pick<Settings['callbacks'], 'retries' | 'retryAfterMinutes'> & CallingHours

/**
 * When to call again after nobody answered, on the person's own clock; null when it was tried often enough.
 *
 * Whoever called too early calls again at the promised time.
 */
export function nextTry(callback: Callback, now: number, settings: TrySettings): PromisedTime | null {
  const { promisedFor, due } = callback
  if (now < promisedFor.at) return promisedFor
  if (triesSinceAgreed(callback) >= settings.retries) return null
  return insideHours(promisedAt(now + settings.retryAfterMinutes * 60_000, due.zone), settings)
}

/** Without the one that was just made. */
function triesSinceAgreed({ history }: Callback): number {
  const agreed = history.findLastIndex(({ type }) => type === 'made' || type === 'renegotiated' || type === 'reopened')
  return history.slice(agreed + 1).filter(({ type }) => type === 'noAnswer').length
}

function insideHours(time: PromisedTime, hours: CallingHours): PromisedTime {
  if (isCallable(time.at, time.zone, hours)) return time
  const [date = '', clock = ''] = time.wall.split('T')
  const day = clock < hours.callFrom ? date : Temporal.PlainDate.from(date).add({ days: 1 }).toString()
  return nearest(resolve(`${day}T${hours.callFrom}`, time.zone))
}
