import { lazy, type RefObject, Suspense } from 'react'
import type { CallId } from '../../shared/call/call.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import type { Review } from '../review/review.ts'
import { ReviewDay } from './review-day.tsx'
import type { LocalDay } from './review-days.ts'
import { ReviewNotes } from './review-notes.tsx'
import type { ReviewView } from './review-view.ts'
import type { Steadyline } from './steadyline.ts'

const PeopleView = lazy(() => import('./people-view.tsx').then(({ PeopleView }) => ({ default: PeopleView })))

interface ReviewMiddleProps {
  readonly steadyline: Steadyline
  readonly review: Review | null
  readonly view: ReviewView
  readonly id: string | null
  readonly day: LocalDay
  readonly query: string
  readonly which: 'all' | 'learnings'
  readonly keysAreOn: boolean
  readonly searchInput: RefObject<HTMLInputElement | null>
  readonly onDay: (day: LocalDay) => void
  readonly onQuery: (query: string) => void
  readonly onWhich: (which: 'all' | 'learnings') => void
  readonly onOpenCall: (id: CallId) => void
  readonly onShowPerson: (person: PersonKey) => void
  readonly onLeaveSearch: () => void
  readonly onExport: () => void
}

/** The list that the page is picked from. */
export function ReviewMiddle({
  steadyline,
  review,
  view,
  id,
  day,
  query,
  which,
  keysAreOn,
  searchInput,
  ...on
}: ReviewMiddleProps) {
  if (view === 'people')
    return (
      <Suspense fallback={null}>
        <PeopleView steadyline={steadyline} shown={id} onShow={on.onShowPerson} keysAreOn={keysAreOn} />
      </Suspense>
    )
  if (review === null || view === 'care') return null
  return view === 'today' ? (
    <ReviewDay {...{ steadyline, review, day }} chosen={id} onDay={on.onDay} onOpen={on.onOpenCall} onExport={on.onExport} />
  ) : (
    <ReviewNotes
      {...{ steadyline, review, query, which, searchInput }}
      chosen={id}
      onQuery={on.onQuery}
      onWhich={on.onWhich}
      onOpen={on.onOpenCall}
      onLeaveSearch={on.onLeaveSearch}
      onExport={on.onExport}
    />
  )
}
