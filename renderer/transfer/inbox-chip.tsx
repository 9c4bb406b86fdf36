import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'
import { Kbd } from '../ui/kbd.tsx'
import { Press } from '../ui/press.tsx'
import { useWallNow } from '../ui/wall-now.ts'
import { clockText } from '../words/times.ts'
import { leftUntilSoon } from './soon.ts'

interface InboxChipProps {
  readonly record: BriefRecord
  /** Others that wait behind it. */
  readonly more: number
  readonly onOpen: () => void
}

/** A brief at the edge of the screen: noticed there, and nothing else moves. */
export function InboxChip({ record, more, onOpen }: InboxChipProps) {
  const { t } = useTranslation()
  const now = useWallNow()
  const isAsking = !isSettled(record.stage)
  const look = isAsking ? 'bg-accent text-on-accent hover:opacity-90' : 'border border-edge bg-surface text-text hover:bg-sunken'
  return (
    <Press
      onPress={onOpen}
      shortcut="O"
      className={`flex min-h-8 min-w-0 flex-1 items-center justify-between gap-2 rounded-small px-2 py-0.5 text-start font-semibold ${look}`}
    >
      <span className="line-clamp-2 leading-tight tabular-nums">
        <bdi>{chipText(t, record, now)}</bdi>
      </span>
      <span className="flex flex-none items-center gap-1.5">
        {more > 0 ? <span>{t('inbox.more', { count: more })}</span> : null}
        <Kbd keys="O" onAccent={isAsking} />
      </span>
    </Press>
  )
}

function chipText(t: TFunction, record: BriefRecord, now: number): string {
  const { brief, stage, followUp } = record
  const who = brief.from.name
  const left = leftUntilSoon(record, now)
  if (left !== null) return left > 0 ? t('inbox.soon', { who, time: clockText(left) }) : t('inbox.late', { who })
  if (stage === 'withdrawn') return t('inbox.withdrawn', { who })
  if (stage === 'accepted')
    return t(followUp?.outcome ? 'inbox.outcome' : 'inbox.accepted', { who, caller: brief.caller.name || who })
  return t('inbox.asks', { who })
}
