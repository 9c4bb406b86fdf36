import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { isPractice } from '../../shared/call/call.ts'
import { Badge } from '../ui/badge.tsx'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { whenText } from '../words/times.ts'
import { excerpt } from './excerpt.ts'
import { Highlighted } from './highlighted.tsx'
import type { NotedCall } from './note-store.ts'
import { Outcome } from './outcome.tsx'

interface NoteRowProps {
  readonly noted: NotedCall
  readonly query: string
  readonly now: number
  readonly onOpen: () => void
}

export function NoteRow({ noted, query, now, onOpen }: NoteRowProps) {
  const { t, i18n } = useTranslation()
  const { call, note } = noted
  return (
    <Button onPress={onOpen} className="block w-full px-4 py-2.5 text-start -outline-offset-2 hover:bg-surface">
      <span className="flex items-baseline justify-between gap-2">
        <span className="truncate font-semibold">
          {call.party.name ? (
            <bdi>
              <Highlighted text={call.party.name} query={query} />
            </bdi>
          ) : null}
          {!call.party.name && call.party.number ? <PhoneNumber number={call.party.number} /> : null}
          {!call.party.name && !call.party.number ? t('call.withheld') : null}
        </span>
        <time className="flex-none text-small text-faint tabular-nums">
          {t('note.at', { when: whenText(call.startedAt, now, i18n.language) })}
        </time>
      </span>
      <span className="mt-0.5 flex flex-wrap items-center gap-x-2 text-small">
        <Outcome noted={noted} query={query} />
        {isPractice(call) ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
      </span>
      {note?.text ? (
        <span className="mt-0.5 line-clamp-2 text-note text-muted">
          <Highlighted text={excerpt(note.text, query)} query={query} />
        </span>
      ) : null}
    </Button>
  )
}
