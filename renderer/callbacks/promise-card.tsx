import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { Badge } from '../ui/badge.tsx'
import { KeyButton } from '../ui/key-button.tsx'
import { ageText } from '../words/ages.ts'
import { saidTimeInLine } from './said-in-line.ts'
import type { Saying } from './said-time.ts'

interface PromiseCardProps {
  readonly callback: Callback
  readonly saying: Saying
  readonly graceMs: number
  /** How late the call was dialled; null while this call is not known to keep it. */
  readonly lateMs: number | null
  /** Says that this call keeps it; undefined when there is nothing to say. */
  readonly onKeep: (() => void) | undefined
  readonly onUndo: (() => void) | undefined
  readonly trouble: string | null
}

/** What was promised to whoever is on the line, in a place whose height never changes. */
export function PromiseCard({ callback, saying, graceMs, lateMs, onKeep, onUndo, trouble }: PromiseCardProps) {
  const { t } = useTranslation()
  const { promisedFor, reason, topic, promised, notes } = callback
  const late = lateMs ?? saying.now - promisedFor.at
  const isLate = late > graceMs
  const age = ageText(Math.abs(late), saying.locale)
  const lateness = isLate
    ? t('promise.card.late', { age })
    : late < -graceMs
      ? t('promise.card.before', { age })
      : t('promise.card.onTime')
  return (
    <section
      aria-label={t('promise.card.title')}
      className="flex h-28 flex-none flex-col gap-0.5 overflow-hidden *:flex-none rounded-card border border-line bg-accent-soft px-3.5 py-2 text-note"
    >
      <div className="flex items-center justify-between gap-2">
        <p className="line-clamp-1 min-w-0 font-semibold tabular-nums">
          {t('promise.card.for', { time: saidTimeInLine(promisedFor, saying) })}
        </p>
        <span className="flex-none whitespace-nowrap">
          <Badge tone={isLate ? 'warn' : 'plain'}>{callback.state === 'kept' ? t('promise.card.kept') : lateness}</Badge>
        </span>
      </div>
      <p className="line-clamp-1">
        <bdi>{reason || topic}</bdi>
      </p>
      <p className="line-clamp-1 text-muted">
        <bdi>{[promised, notes].filter(Boolean).join(' · ')}</bdi>
      </p>
      <div className="mt-auto flex min-h-6 items-center">
        {trouble ? (
          <p role="alert" className="line-clamp-1 text-danger">
            {trouble}
          </p>
        ) : onUndo ? (
          <KeyButton look="inline" cap="Y" label={t('promise.card.undo')} onPress={onUndo} />
        ) : onKeep ? (
          <KeyButton look="inline" strong cap="Y" label={t('promise.card.keeps')} onPress={onKeep} />
        ) : null}
      </div>
    </section>
  )
}
