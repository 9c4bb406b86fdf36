import { useTranslation } from 'react-i18next'
import type { Call } from '../../shared/call/call.ts'
import { clockText } from '../words/times.ts'

interface CallSummaryProps {
  readonly call: Call
}

/** How a call that is over ended, and what its clocks collected. */
export function CallSummary({ call }: CallSummaryProps) {
  const { t } = useTranslation()
  const times = [
    { label: t('call.rang'), ms: call.ring.collected },
    { label: t('call.talkedFor'), ms: call.talk.collected },
    { label: t('call.heldFor'), ms: call.hold.collected },
  ].filter(({ ms }) => ms >= 1000)
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 text-note">
      {call.endCause ? <p className="font-semibold">{t(`call.cause.${call.endCause}`)}</p> : null}
      <dl aria-label={t('call.times')} className="flex flex-wrap gap-x-3 text-muted">
        {times.map(({ label, ms }) => (
          <div key={label} className="flex gap-1">
            <dt>{label}</dt>
            <dd className="tabular-nums">{clockText(ms)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
