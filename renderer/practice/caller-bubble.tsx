import { useTranslation } from 'react-i18next'

interface CallerBubbleProps {
  readonly says: string | null
}

/** The scripted caller's words. It keeps its height, so that the card below stays in place. */
export function CallerBubble({ says }: CallerBubbleProps) {
  const { t } = useTranslation()
  return (
    <p dir="auto" className="min-h-[calc(2lh+1rem)] rounded-card rounded-es-none bg-sunken px-3 py-2 text-note text-muted">
      <span className="sr-only">{t('practice.says')}: </span>
      {says ? `“${says}”` : '…'}
    </p>
  )
}
