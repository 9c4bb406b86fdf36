import { useTranslation } from 'react-i18next'
import type { FollowUp } from '../../shared/transfer/brief-record.ts'

interface FollowUpCardProps {
  readonly followUp: FollowUp
  readonly who: string
}

/** What the sender writes while the call goes on, and how it ended. */
export function FollowUpCard({ followUp: { note, outcome }, who }: FollowUpCardProps) {
  const { t } = useTranslation()
  return (
    <section className="rounded-card border border-line bg-surface p-3.5 shadow-card">
      <h3 className="pb-1.5 text-small text-accent">
        <bdi>{t('inbox.noteOf', { who })}</bdi>
      </h3>
      {outcome === null ? null : <p className="pb-1 font-semibold">{t('inbox.ended', { outcome })}</p>}
      <p dir="auto" className="whitespace-pre-line">
        {note || t('inbox.noNote')}
      </p>
    </section>
  )
}
