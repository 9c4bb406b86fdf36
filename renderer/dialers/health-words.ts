import type { TFunction } from 'i18next'
import type { Mono } from '../../shared/call/stopwatch.ts'
import type { DialerHealth } from '../../shared/dialers/dialer-health.ts'

export function healthWords(t: TFunction, health: DialerHealth | null, now: Mono): string {
  if (health === null || health.state === 'off' || (health.dialer !== 'baresip' && health.dialer !== 'push'))
    return t('health.none')
  if (health.state !== 'retrying') return t(`health.${health.dialer}.${health.state}`)
  const seconds = Math.ceil(((health.retryAt ?? now) - now) / 1000)
  return seconds > 0 ? t(`health.${health.dialer}.retrying`, { seconds }) : t(`health.${health.dialer}.retryingNow`)
}
