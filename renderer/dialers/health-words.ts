import type { TFunction } from 'i18next'
import type { Mono } from '../../shared/call/stopwatch.ts'
import type { DialerHealth } from '../../shared/dialers/dialer-health.ts'

export function healthWords(t: TFunction, health: DialerHealth | null, now: Mono): string {
  if (health === null || health.state === 'off' || health.dialer === 'manual' || health.dialer === 'practice')
    return t('health.none')
  if (health.state !== 'retrying') return t(`health.${health.dialer}.${health.state}`)
  if (health.failure?.kind === 'dialer.notConfigured') return t('health.asterisk.incomplete')
  const seconds = Math.ceil(((health.retryAt ?? now) - now) / 1000)
  return seconds > 0 ? t(`health.${health.dialer}.retrying`, { seconds }) : t(`health.${health.dialer}.retryingNow`)
}
