import '../words/rooms.ts'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import { lastBackupAt } from '../care/last-backup.ts'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { whenText } from '../words/times.ts'
import type { Asking } from './asking.ts'
import { type LocalDay, today, withDays } from './review-days.ts'
import { ReviewExport } from './review-export.tsx'
import { dayToExport, type ExportSource, foundToExport, personToExport } from './review-export-source.ts'
import { focusRow, listArea, reviewKeys } from './review-keys.ts'
import { useReviewLayout } from './review-layout.ts'
import { ReviewMiddle } from './review-middle.tsx'
import { ReviewNewsBar } from './review-news.tsx'
import { ReviewPage } from './review-page.tsx'
import { ReviewRail } from './review-rail.tsx'
import type { ReviewView } from './review-view.ts'
import { useReview, useWatched } from './review-watch.ts'
import type { Room } from './room.ts'
import type { Steadyline } from './steadyline.ts'
import { useKeys } from './use-keys.ts'
import { useReviewDeeds } from './use-review-deeds.ts'

interface ReviewRoomProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly view: ReviewView
  readonly id: string | null
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onOpen: (view: ReviewView, id: string | null) => void
  readonly enter: (room: Room) => void
  readonly onLeave: () => void
}

const columns = {
  others: {
    three: 'grid-cols-[12.5rem_minmax(19rem,24rem)_minmax(0,1fr)]',
    two: 'grid-cols-[minmax(17rem,20rem)_minmax(0,1fr)]',
    one: 'grid-cols-1',
  },
  care: { three: 'grid-cols-[12.5rem_minmax(0,1fr)]', two: 'grid-cols-1', one: 'grid-cols-1' },
} as const

/** Where calls are looked back on: a day, notes, people, and the care of all of it. */
export function ReviewRoom({ steadyline, asking, view, id, keysAreOn, focusMain, onOpen, enter, onLeave }: ReviewRoomProps) {
  const [day, setDay] = useState<LocalDay>(() => today(Date.now()))
  const [query, setQuery] = useState('')
  const [which, setWhich] = useState<'all' | 'learnings'>('all')
  const [isFinishing, setIsFinishing] = useState(false)
  const [exporting, setExporting] = useState<ExportSource | null>(null)
  const searchInput = useRef<HTMLInputElement>(null)
  const layout = useReviewLayout()
  const mirror = useReadable(steadyline.mirror)
  const review = useReview(steadyline, useReadable(steadyline.storage).kind === 'open')
  const { store } = steadyline.callbacks
  const promised = useWatched(useMemo(() => store.watchOpen(), [store]))
  const calls = useWatched(useMemo(() => review?.watchCount() ?? null, [review]))
  const deeds = useReviewDeeds(review)
  const { t, i18n } = useTranslation()

  const show = (next: ReviewView) => {
    onOpen(next, null)
    focusMain()
  }
  const close = () => {
    onOpen(view, null)
    focusMain()
    if (id !== null) focusRow(id)
  }
  const openCall = (call: CallId) => {
    if (steadyline.desk.get().calls.some((known) => known.call.id === call)) {
      onLeave()
      steadyline.show(call)
      return
    }
    deeds.tell(null)
    onOpen(view === 'today' ? 'today' : 'notes', call)
    if (layout === 'one') focusMain()
  }
  const search = () => {
    setWhich('all')
    if (view !== 'notes') onOpen('notes', null)
    requestAnimationFrame(() => searchInput.current?.focus())
  }
  const sourceOf = (): ExportSource | null => {
    if (review === null) return null
    if (view === 'today') return dayToExport(review, day, t, i18n.language)
    if (view === 'notes') return foundToExport(steadyline, review, query, t)
    return view === 'people' && id !== null ? personToExport(review, id, t) : null
  }
  const exportIt = () => setExporting(sourceOf())

  useEffect(() => void review?.fileIncidents(), [review])
  useKeys(
    reviewKeys({
      view,
      isReading: id !== null,
      isFinishing,
      undo: deeds.news?.undo,
      onView: show,
      onDays: (days) => setDay(withDays(day, days)),
      onToday: () => setDay(today(Date.now())),
      onSearch: search,
      onExport: exportIt,
      close,
      onLeave,
    }),
    keysAreOn,
  )

  const lastBackup = lastBackupAt()
  const due = mirror.alarms.filter(({ stage }) => stage === 'due' || stage === 'overdue').length
  const rail = (
    <ReviewRail
      view={view}
      isWide={layout === 'three'}
      due={due}
      promised={promised?.length ?? 0}
      calls={calls ?? null}
      backup={lastBackup === null ? '' : t('review.lastBackup', { when: whenText(lastBackup, Date.now(), i18n.language) })}
      onView={show}
      onLeave={onLeave}
      onRoom={(name) => enter(name === 'playbooks' ? { name, file: null } : { name, id: null })}
    />
  )
  const middle = (
    <ReviewMiddle
      {...{ steadyline, review, view, id, day, query, which, keysAreOn, searchInput }}
      onDay={setDay}
      onQuery={setQuery}
      onWhich={setWhich}
      onOpenCall={openCall}
      onShowPerson={(person) => onOpen('people', person)}
      onLeaveSearch={focusMain}
      onExport={exportIt}
    />
  )
  const page = (
    <ReviewPage
      {...{ steadyline, asking, review, deeds, view, id, keysAreOn, focusMain }}
      onOpenCall={openCall}
      onOpenPerson={(person) => onOpen('people', person)}
      onClose={close}
      onExport={exportIt}
      onFinishing={setIsFinishing}
    />
  )
  const isAlone = layout === 'one' || view === 'care'
  const showsPage = view === 'care' || id !== null
  const back = id === null ? onLeave : close
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      {layout === 'three' ? null : rail}
      <div className={`grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] ${columns[view === 'care' ? 'care' : 'others'][layout]}`}>
        {layout === 'three' ? rail : null}
        {isAlone && showsPage ? null : (
          <div data-area={listArea} className="flex min-h-0 min-w-0 flex-col border-e border-line">
            {middle}
          </div>
        )}
        {isAlone && !showsPage ? null : <div className="flex min-h-0 min-w-0 flex-col">{page}</div>}
      </div>
      {deeds.news ? <ReviewNewsBar news={deeds.news} dismiss={() => deeds.tell(null)} /> : null}
      {layout === 'three' ? null : (
        <div className="flex flex-none flex-col border-t border-line bg-surface px-3.5 py-2.5">
          <WideButton label={t(id === null ? 'review.leave' : 'review.back')} cap="Esc" shortcut="Escape" onPress={back} />
        </div>
      )}
      {exporting ? <ReviewExport source={exporting} onClose={() => setExporting(null)} /> : null}
    </div>
  )
}
