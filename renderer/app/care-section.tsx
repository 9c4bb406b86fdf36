import type { ReactNode } from 'react'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/text-button.tsx'
import { useResultFocus } from '../ui/use-result-focus.ts'
import { CareFrame } from './care-frame.tsx'
import type { LongWorks } from './use-long-work.ts'

export interface CareNews {
  readonly said: string
  readonly isTrouble: boolean
  readonly undo?: () => void
}

interface CareSectionProps {
  readonly title: string
  readonly why: string
  readonly works: LongWorks
  readonly news: CareNews | null
  readonly children: ReactNode
}

/** One thing to do with the data: what it is for, how far it is, and how it came out. */
export function CareSection({ title, why, works, news, children }: CareSectionProps) {
  const { t } = useTranslation()
  const result = useResultFocus<HTMLDivElement>(news)
  return (
    <CareFrame title={title} why={why}>
      {children}
      {works.now ? (
        <ProgressBar value={works.now.share * 100} aria-label={works.now.name} className="flex flex-col gap-1">
          {({ percentage = 0 }) => (
            <>
              <div className="flex items-baseline justify-between gap-3 text-note">
                <bdi>{works.now?.name}</bdi>
                <span className="flex gap-3 tabular-nums">
                  {Math.floor(percentage)} %
                  <TextButton label={t('care.cancel')} onPress={works.giveUp} />
                </span>
              </div>
              <div className="h-1.5 overflow-hidden rounded-full bg-line">
                <div className="h-full bg-accent" style={{ width: `${percentage}%` }} />
              </div>
            </>
          )}
        </ProgressBar>
      ) : null}
      <div ref={result} tabIndex={-1} role={news?.isTrouble ? 'alert' : 'status'} className="rounded-card empty:hidden">
        {news ? (
          <p
            className={`flex flex-wrap items-baseline justify-between gap-x-4 rounded-card px-3.5 py-2.5 text-note font-medium ${news.isTrouble ? 'bg-danger-soft' : 'bg-accent-soft'}`}
          >
            <bdi>{news.said}</bdi>
            {news.undo ? <TextButton label={t('care.undo')} onPress={news.undo} /> : null}
          </p>
        ) : null}
      </div>
    </CareFrame>
  )
}
