import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/text-button.tsx'

/** What was just done, and how to take it back. */
export interface ReviewNews {
  readonly said: string
  readonly isTrouble: boolean
  readonly undo: (() => void) | undefined
}

interface ReviewNewsBarProps {
  readonly news: ReviewNews
  readonly dismiss: () => void
}

export function ReviewNewsBar({ news: { said, isTrouble, undo }, dismiss }: ReviewNewsBarProps) {
  const { t } = useTranslation()
  return (
    <div
      role={isTrouble ? 'alert' : 'status'}
      className={`flex flex-none flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line px-3.5 py-2 text-note ${isTrouble ? 'bg-danger-soft' : 'bg-accent-soft'}`}
    >
      <p className="min-w-0 flex-1 font-medium">
        <bdi>{said}</bdi>
      </p>
      {undo ? <TextButton label={t('agenda.undo')} onPress={undo} /> : null}
      <TextButton label={t('review.dismiss')} onPress={dismiss} />
    </div>
  )
}
