import { useTranslation } from 'react-i18next'
import type { BriefRecord } from '../../shared/transfer/brief-record.ts'
import { Press } from '../ui/press.tsx'
import { whenText } from '../words/times.ts'

interface BriefRowProps {
  readonly record: BriefRecord
  readonly now: number
  readonly onOpen: () => void
}

export function BriefRow({ record, now, onOpen }: BriefRowProps) {
  const { t, i18n } = useTranslation()
  const { brief, direction, stage, at } = record
  const who = direction === 'received' ? t('inbox.fromWho', { who: brief.from.name }) : t('inbox.toWho', { who: brief.to.name })
  return (
    <Press onPress={onOpen} className="block w-full px-4 py-2.5 text-start -outline-offset-2 hover:bg-surface">
      <span className="flex items-baseline justify-between gap-2">
        <span className="line-clamp-2 font-semibold">
          <bdi>{brief.headline || brief.caller.name}</bdi>
        </span>
        <time className="flex-none text-small text-faint tabular-nums">
          {t('note.at', { when: whenText(at, now, i18n.language) })}
        </time>
      </span>
      <span className="mt-0.5 block text-small text-muted">
        <bdi>{who}</bdi> · {t(`inbox.stage.${stage}`)}
      </span>
    </Press>
  )
}
