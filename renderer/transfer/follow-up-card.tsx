import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../shared/transfer/brief-record.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'

interface FollowUpCardProps {
  /** Null until the first words came. */
  readonly followUp: FollowUp | null
  readonly who: string
}

/** What the sender writes while the call goes on, and how it ended; in a box that keeps its height. */
export function FollowUpCard({ followUp, who }: FollowUpCardProps) {
  const { t } = useTranslation()
  return (
    <section className="rounded-card border border-line bg-surface p-3.5 shadow-card">
      <h3 className="pb-1.5 text-small text-accent">
        <bdi>{t('inbox.noteOf', { who })}</bdi>
      </h3>
      <ScrollArea className="h-20">
        {followUp?.outcome ? <p className="pb-1 font-semibold">{t('inbox.ended', { outcome: followUp.outcome })}</p> : null}
        {followUp?.note ? (
          <p dir="auto" className="whitespace-pre-line">
            {followUp.note}
          </p>
        ) : (
          <p className="text-muted">{t('inbox.noNote')}</p>
        )}
      </ScrollArea>
    </section>
  )
}
