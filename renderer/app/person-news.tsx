import { useTranslation } from 'react-i18next'
import { TextButton } from '../ui/text-button.tsx'
import type { Mending } from './person-watch.ts'

interface PersonNewsBarProps {
  readonly mending: Mending
}

/** At the edge, so that what is read stays where it is. */
export function PersonNewsBar({ mending: { news, tell } }: PersonNewsBarProps) {
  const { t } = useTranslation()
  if (news === null) return null
  return (
    <div
      role={news.isTrouble ? 'alert' : 'status'}
      className={`flex flex-none flex-wrap items-baseline gap-x-4 gap-y-1 border-t border-line px-3.5 py-2 text-note ${news.isTrouble ? 'bg-danger-soft' : 'bg-accent-soft'}`}
    >
      <p className="min-w-0 flex-1 font-medium">
        <bdi>{news.said}</bdi>
      </p>
      {news.undo ? <TextButton label={t('person.undo')} onPress={news.undo} /> : null}
      <TextButton label={t('person.dismiss')} onPress={() => tell(null)} />
    </div>
  )
}
