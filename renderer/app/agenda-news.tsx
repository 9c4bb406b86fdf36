import { useTranslation } from 'react-i18next'
import { TelLink } from '../ui/tel-link.tsx'
import { TextButton } from '../ui/text-button.tsx'
import type { AgendaNews as News } from './use-agenda-verbs.ts'

interface AgendaNewsProps {
  readonly news: News
  readonly dismiss: () => void
}

/** Stands between the list and the bar, so that what is read above stays where it is. */
export function AgendaNews({ news: { said, isTrouble, undo, number }, dismiss }: AgendaNewsProps) {
  const { t } = useTranslation()
  return (
    <div
      role={isTrouble ? 'alert' : 'status'}
      className={`flex flex-none flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line px-3.5 py-2 text-note ${isTrouble ? 'bg-danger-soft' : 'bg-accent-soft'}`}
    >
      <p className="min-w-0 flex-1 font-medium">
        <bdi>{said}</bdi>
      </p>
      {number ? <TelLink number={number} /> : null}
      {undo ? <TextButton label={t('agenda.undo')} onPress={undo} /> : null}
      <TextButton label={t('agenda.dismiss')} onPress={dismiss} />
    </div>
  )
}
