import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Reading } from '../callbacks/agenda-words.ts'
import type { PersonFile } from '../people/person-file.ts'
import { ArrowList } from '../ui/arrow-list.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { PersonEventLine } from './person-event-line.tsx'

interface PersonTimelineProps {
  readonly file: PersonFile
  readonly reading: Reading
  readonly onOpenCall: (call: CallId) => void
  readonly onMore: () => void
}

/** Everything there was with somebody, the newest first. */
export function PersonTimeline({ file: { events, total }, reading, onOpenCall, onMore }: PersonTimelineProps) {
  const { t } = useTranslation()
  return (
    <section aria-label={t('person.timeline')} className="flex flex-col">
      {total === 0 ? <p className="text-note text-muted">{t('person.timelineEmpty')}</p> : null}
      <ArrowList label={t('person.timeline')} className="flex flex-col">
        {events.map((event) => (
          <li key={event.key} className="border-t border-line">
            <PersonEventLine event={event} reading={reading} onOpenCall={onOpenCall} />
          </li>
        ))}
      </ArrowList>
      {events.length < total ? <WideButton label={t('person.more')} onPress={onMore} /> : null}
    </section>
  )
}
