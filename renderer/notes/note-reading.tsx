import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PartyName } from '../ui/party-name.tsx'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { fullTimeText } from '../words/times.ts'
import type { NotedCall } from './note-store.ts'
import { Outcome } from './outcome.tsx'

interface NoteReadingProps {
  readonly noted: NotedCall
  readonly summary: ReactNode
  readonly badge: ReactNode
  /** The words themselves. */
  readonly children: ReactNode
}

/** One call of the past. */
export function NoteReading({ noted, summary, badge, children }: NoteReadingProps) {
  const { t, i18n } = useTranslation()
  const { call } = noted
  return (
    <article className="flex flex-col gap-3">
      <header>
        <h1 className="text-say leading-tight font-semibold">
          <PartyName party={call.party} />
        </h1>
        <p className="mt-0.5 text-note text-muted">
          {call.party.name && call.party.number ? (
            <>
              <PhoneNumber number={call.party.number} /> ·{' '}
            </>
          ) : null}
          <time>{t('note.at', { when: fullTimeText(call.startedAt, i18n.language) })}</time>
        </p>
        <p className="mt-1.5 flex items-center gap-2 text-note">
          <Outcome noted={noted} query="" />
          {badge}
        </p>
      </header>
      {summary}
      {children}
    </article>
  )
}
