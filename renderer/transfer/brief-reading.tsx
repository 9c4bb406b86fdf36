import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type BriefRecord, isSettled } from '../../shared/transfer/brief-record.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { useWallNow } from '../ui/wall-now.ts'
import { clockText, whenText } from '../words/times.ts'
import { BriefCard } from './brief-card.tsx'
import { BriefState } from './brief-state.tsx'
import { FollowUpCard } from './follow-up-card.tsx'

interface BriefReadingProps {
  readonly record: BriefRecord
  /** Of the promise it is about, above the brief itself. */
  readonly children?: ReactNode
}

/** One brief, sent or received, with all that is known of it. */
export function BriefReading({ record, children }: BriefReadingProps) {
  const { t, i18n } = useTranslation()
  const now = useWallNow()
  const { brief, direction, stage, at, followUp } = record
  const isWaiting = direction === 'received' && !isSettled(stage)
  const when = whenText(at, now, i18n.language)
  return (
    <>
      <header className="border-b border-line bg-surface px-3.5 py-2">
        <div className="flex items-baseline justify-between gap-3">
          <h1 className="min-w-0 text-body font-semibold">
            <bdi>
              {direction === 'received' ? t('inbox.asks', { who: brief.from.name }) : t('inbox.to', { who: brief.to.name })}
            </bdi>
          </h1>
          <p className="flex-none text-note text-muted tabular-nums">
            {isWaiting ? t('inbox.waiting', { when, wait: clockText(Math.max(0, now - at)) }) : t('note.at', { when })}
          </p>
        </div>
        <BriefState record={record} />
      </header>
      <ScrollArea className="flex flex-1 flex-col gap-3 p-3.5">
        {children}
        {stage === 'accepted' && brief.callback === undefined ? <FollowUpCard followUp={followUp} who={brief.from.name} /> : null}
        <BriefCard content={brief} />
      </ScrollArea>
    </>
  )
}
