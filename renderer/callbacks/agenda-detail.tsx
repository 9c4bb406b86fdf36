import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { Badge } from '../ui/badge.tsx'
import { PhoneNumber } from '../ui/phone-number.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { isOverdue } from './agenda-filter.ts'
import { AgendaHistory } from './agenda-history.tsx'
import { keeperText, type Reading, standingText, theirTime } from './agenda-words.ts'
import { saidHere } from './said-time.ts'
import { WhoName } from './who-name.tsx'

interface AgendaDetailProps {
  readonly callback: Callback
  readonly reading: Reading
  /** Stands below the promise: what can be done. */
  readonly verbs: ReactNode
  readonly notes: ReactNode
  /** Stands below who it is: what the person must know about its alarm. */
  readonly trouble: ReactNode
  /** Where it came from and what else there was. */
  readonly links: ReactNode
  readonly onFollow: (id: CallbackId) => void
}

/** One promise whole: both clocks, what was said, and everything that became of it. */
export function AgendaDetail({ callback, reading, verbs, notes, trouble, links, onFollow }: AgendaDetailProps) {
  const { t } = useTranslation()
  const { person, due, promisedFor, kind, priority, reason, topic, promised } = callback
  const late = isOverdue(callback, reading.now)
  const theirs = theirTime(t, due, reading)
  const facts = [
    { label: t('agenda.about'), text: reason },
    { label: t('agenda.promised'), text: promised },
    { label: t('agenda.topic'), text: topic },
    { label: t('agenda.agreed'), text: promisedFor.at === due.at ? '' : saidHere(promisedFor, reading) },
  ].filter(({ text }) => text !== '')
  return (
    <ScrollArea className="flex flex-1 flex-col gap-3.5 p-4">
      <header className="flex flex-col gap-0.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-3">
          <h1 className="min-w-0 text-caller font-semibold">
            <WhoName callback={callback} />
          </h1>
          {person.name && person.number ? (
            <span className="text-note text-muted">
              <PhoneNumber number={person.number} />
            </span>
          ) : null}
        </div>
        <p className={`text-say leading-tight font-semibold tabular-nums ${late ? 'text-danger' : ''}`}>
          {saidHere(due, reading)}
        </p>
        {theirs ? <p className="text-note tabular-nums">{theirs}</p> : null}
        <p className={`text-note ${late ? 'font-semibold text-danger' : 'text-muted'}`}>{standingText(t, callback, reading)}</p>
        <p className="flex flex-wrap items-center gap-2 pt-1 text-small text-muted">
          <Badge>{t(`agenda.kind.${kind}`)}</Badge>
          {priority === 'high' ? <Badge tone="warn">{t('agenda.highPriority')}</Badge> : null}
          {callback.practice ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
          <bdi>{keeperText(t, callback)}</bdi>
        </p>
      </header>
      {trouble}
      {verbs}
      {facts.length > 0 ? (
        <dl className="flex flex-col gap-2 rounded-card border border-line bg-surface px-3.5 py-2.5">
          {facts.map(({ label, text }) => (
            <div key={label}>
              <dt className="text-small text-muted">{label}</dt>
              <dd>
                <bdi>{text}</bdi>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {notes}
      <AgendaHistory history={callback.history} reading={reading} onFollow={onFollow} />
      {links}
    </ScrollArea>
  )
}
