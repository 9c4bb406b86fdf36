import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { Badge } from '../ui/badge.tsx'
import { isOverdue } from './agenda-filter.ts'
import { type Reading, standingText, theirTime } from './agenda-words.ts'
import { saidHere } from './said-time.ts'
import { WhoName } from './who-name.tsx'

interface AgendaRowProps {
  readonly callback: Callback
  readonly reading: Reading
  readonly isChosen: boolean
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
}

/** One promise in the list: when, who, what, and how it stands. */
export function AgendaRow({ callback, reading, isChosen, onChoose, onOpen }: AgendaRowProps) {
  const { t } = useTranslation()
  const { due, reason, keeper, kind, priority } = callback
  const late = isOverdue(callback, reading.now)
  const theirs = theirTime(t, due, reading)
  return (
    <Button
      data-callback={callback.id}
      aria-current={isChosen}
      onFocus={() => onChoose(callback)}
      onPress={() => onOpen(callback)}
      className="block w-full border-s-2 border-transparent px-3.5 py-2.5 text-start -outline-offset-2 hover:bg-surface aria-[current=true]:border-accent aria-[current=true]:bg-surface"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-semibold">
          <WhoName callback={callback} />
        </span>
        <time className={`flex-none text-note font-semibold tabular-nums ${late ? 'text-danger' : 'text-text'}`}>
          {saidHere(due, reading)}
        </time>
      </span>
      {reason ? (
        <span className="block truncate text-note text-muted">
          <bdi>{reason}</bdi>
        </span>
      ) : null}
      <span className="mt-0.5 flex flex-wrap items-center gap-x-2 gap-y-0.5 text-small text-muted">
        <span className={late ? 'font-semibold text-danger tabular-nums' : 'tabular-nums'}>
          {standingText(t, callback, reading)}
        </span>
        {theirs ? <span className="tabular-nums">{theirs}</span> : null}
        {keeper === 'me' ? null : <bdi>{t(`agenda.short.${keeper}`, { who: callback.deputy?.name ?? '' })}</bdi>}
        {priority === 'high' ? <Badge tone="warn">{t('agenda.high')}</Badge> : null}
        {kind === 'callback' ? null : <Badge>{t(`agenda.kind.${kind}`)}</Badge>}
        {callback.practice ? <Badge tone="accent">{t('practice.badge')}</Badge> : null}
      </span>
    </Button>
  )
}
