import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'
import { useWallNow } from '../ui/wall-now.ts'
import { clockText, whenText } from '../words/times.ts'
import { leftUntilSoon } from './soon.ts'

interface BriefStateProps {
  readonly record: BriefRecord
}

/** Where the brief stands, in a sentence that always has its line: what changes it moves nothing below. */
export function BriefState({ record }: BriefStateProps) {
  const { t, i18n } = useTranslation()
  const now = useWallNow()
  return (
    <p role="status" className="mt-0.5 min-h-5 text-note font-medium text-accent tabular-nums">
      <bdi>{stateText(t, record, now, i18n.language)}</bdi>
    </p>
  )
}

function stateText(t: TFunction, record: BriefRecord, now: number, locale: string): string {
  const { brief, direction, stage, stageAt, reason } = record
  const facts = { time: whenText(stageAt, now, locale), caller: brief.caller.name || t('inbox.theCaller'), reason: reason || '…' }
  if (direction === 'sent') return t(`inbox.sent.${stage}`, { ...facts, who: brief.to.name })
  if (brief.callback && stage === 'accepted') return t('deputy.accepted', facts)
  if (brief.callback && !isSettled(stage)) return t('deputy.asks', facts)
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
      return t('inbox.received.asks', facts)
  }
}
