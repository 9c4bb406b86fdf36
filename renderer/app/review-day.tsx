import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import { dayFigures, isUnfinished } from '../../shared/review/day-figures.ts'
import { saidInLine } from '../callbacks/said-in-line.ts'
import type { Review } from '../review/review.ts'
import { dateTimeFormat } from '../words/times.ts'
import { ReviewDayHead } from './review-day-head.tsx'
import { isSameDay, type LocalDay, spanOf, today, withDays } from './review-days.ts'
import { ReviewList } from './review-list.tsx'
import { useWatched } from './review-watch.ts'
import type { Steadyline } from './steadyline.ts'
import { useReading } from './use-agenda.ts'

interface ReviewDayProps {
  readonly steadyline: Steadyline
  readonly review: Review
  readonly day: LocalDay
  readonly chosen: CallId | null
  readonly onDay: (day: LocalDay) => void
  readonly onOpen: (id: CallId) => void
  readonly onExport: () => void
}

/** How far back a wrap-up that was left open is still asked for. */
const daysBack = 14

/** One day: what is still to be finished or told first, then its calls in their order. */
export function ReviewDay({ steadyline, review, day, chosen, onDay, onOpen, onExport }: ReviewDayProps) {
  const reading = useReading(steadyline.mirror)
  const { t, i18n } = useTranslation()
  const isToday = isSameDay(day, today(reading.now))
  const { from, to } = useMemo(() => spanOf(day), [day])
  const since = useMemo(() => spanOf(withDays(day, -daysBack)).from, [day])
  const found = useWatched(useMemo(() => review.watchDay({ from, to }), [review, from, to]))
  const waiting = useWatched(useMemo(() => review.watchUnfinished(since), [review, since]))
  const incidents = useWatched(useMemo(() => review.watchOpenIncidents(), [review]))
  if (found === undefined || waiting === undefined) return null
  const callbacks = [...found.due, ...found.promised.filter(({ id }) => !found.due.some((due) => due.id === id))]
  const figures = dayFigures(found.calls, callbacks, { from, to }, reading.graceMs, reading.now)
  const unfinished = isToday ? waiting : found.calls.filter(isUnfinished)
  const inTime = (wall: number) => dateTimeFormat(i18n.language, { timeStyle: 'short' }).format(wall)
  const onDate = (wall: number) =>
    dateTimeFormat(i18n.language, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }).format(wall)
  const promisedIn = (id: CallId) =>
    found.promised
      .filter(({ callId }) => callId === id)
      .map(({ promisedFor }) => t('review.promisedFor', { when: saidInLine(promisedFor, reading) }))
  const asOf = (wall: number) => (wall >= from && wall < to ? inTime(wall) : onDate(wall))
  const common = { chosen, onOpen }
  return (
    <>
      <ReviewDayHead {...{ day, figures, isToday, onDay, onExport }} hasCalls={found.calls.length > 0} />
      <div className="min-h-0 flex-1 overflow-y-auto">
        {unfinished.length > 0 ? (
          <ReviewList
            {...common}
            title={t('review.unfinished.title', { count: unfinished.length })}
            tone="warn"
            label={t('review.unfinished.list')}
            calls={unfinished}
            when={asOf}
          />
        ) : null}
        {isToday && incidents && incidents.length > 0 ? (
          <ReviewList
            {...common}
            title={t('review.incident.openTitle', { count: incidents.length })}
            tone="danger"
            label={t('review.incident.openList')}
            calls={incidents}
            when={asOf}
          />
        ) : null}
        {found.calls.length > 0 ? (
          <ReviewList
            {...common}
            title={t('review.day.list')}
            label={t('review.day.list')}
            calls={found.calls}
            when={inTime}
            remarksOf={({ call }) => promisedIn(call.id)}
          />
        ) : (
          <p className="px-4 py-6 text-center text-note text-muted">
            {t(isToday ? 'review.day.emptyToday' : 'review.day.empty')}
          </p>
        )}
      </div>
    </>
  )
}
