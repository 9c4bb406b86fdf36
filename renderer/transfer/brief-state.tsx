import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { useWallNow } from '../ui/wall-now.ts'
import { clockText, timeText } from '../words/times.ts'
import { leftUntilSoon } from './soon.ts'

interface BriefStateProps {
  readonly record: BriefRecord
}

/** Where the brief stands, in a sentence; a brief that only waits to be answered says nothing. */
export function BriefState({ record }: BriefStateProps) {
  const { t, i18n } = useTranslation()
  const now = useWallNow()
  const text = stateText(t, record, now, i18n.language)
  return (
    <p role="status" className="px-0.5 text-note font-medium text-accent tabular-nums empty:hidden">
      {text}
    </p>
  )
}

function stateText(t: TFunction, record: BriefRecord, now: number, locale: string): string | null {
  const { brief, direction, stage, stageAt, reason } = record
  const facts = { time: timeText(stageAt, locale), caller: brief.caller.name || t('inbox.theCaller'), reason: reason || '…' }
  if (direction === 'sent') return t(`inbox.sent.${stage}`, { ...facts, who: brief.to.name })
  const who = brief.from.name
  switch (stage) {
    case 'soon': {
      const left = leftUntilSoon(record, now) ?? 0
      return left > 0 ? t('inbox.received.soon', { who, left: clockText(left) }) : t('inbox.received.late', { who })
    }
    case 'accepted':
    case 'declined':
    case 'withdrawn':
      return t(`inbox.received.${stage}`, { ...facts, who })
    default:
      return null
  }
}
