import { lazy, Suspense, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { PersonKey } from '../../shared/people/person.ts'
import { isUnfinished } from '../../shared/review/day-figures.ts'
import type { Review } from '../review/review.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Asking } from './asking.ts'
import { ReviewCallPage } from './review-call-page.tsx'
import { ReviewFinish } from './review-finish.tsx'
import type { ReviewView } from './review-view.ts'
import { useWatched } from './review-watch.ts'
import type { Steadyline } from './steadyline.ts'
import type { ReviewDeeds } from './use-review-deeds.ts'

const PersonPage = lazy(() => import('./person-page.tsx').then(({ PersonPage }) => ({ default: PersonPage })))
const CarePage = lazy(() => import('./care-page.tsx').then(({ CarePage }) => ({ default: CarePage })))

interface ReviewPageProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly review: Review | null
  readonly deeds: ReviewDeeds
  readonly view: ReviewView
  readonly id: string | null
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onOpenCall: (id: CallId) => void
  readonly onOpenPerson: (person: PersonKey) => void
  readonly onClose: () => void
  readonly onExport: () => void
  /** Whether a wrap-up is open; the same function at each call. */
  readonly onFinishing: (isFinishing: boolean) => void
}

/** What was picked in the list, or a word on what could be. */
export function ReviewPage({ steadyline, asking, review, deeds, view, id, ...on }: ReviewPageProps) {
  const { t } = useTranslation()
  const hint = (text: string) => <p className="grid flex-1 place-items-center p-6 text-center text-muted">{text}</p>
  if (view === 'care')
    return (
      <Suspense fallback={hint(t('panel.loading'))}>
        <CarePage {...{ steadyline, asking }} />
      </Suspense>
    )
  if (id === null) return hint(t(view === 'people' ? 'review.pickPerson' : 'review.pick'))
  if (view === 'people')
    return (
      <Suspense fallback={hint(t('panel.loading'))}>
        <PersonPage {...{ steadyline }} person={id} onOpenCall={on.onOpenCall} onOpenPerson={on.onOpenPerson} />
        <div className="flex flex-none flex-col border-t border-line bg-surface px-3.5 py-2.5">
          <WideButton label={t('review.export.open')} cap="X" onPress={on.onExport} />
        </div>
      </Suspense>
    )
  return review === null ? null : <CallPage key={id} {...{ steadyline, review, deeds, id }} {...on} />
}

type CallPageProps = Omit<ReviewPageProps, 'asking' | 'view' | 'review' | 'id' | 'onExport'> & {
  readonly review: Review
  readonly id: CallId
}

function CallPage({
  steadyline,
  review,
  deeds,
  id,
  keysAreOn,
  focusMain,
  onOpenCall,
  onOpenPerson,
  onClose,
  onFinishing,
}: CallPageProps) {
  const reviewed = useWatched(useMemo(() => review.watchCall(id), [review, id]))
  const { t } = useTranslation()
  if (reviewed === undefined) return <p className="grid flex-1 place-items-center text-muted">{t('panel.loading')}</p>
  if (reviewed === null)
    return (
      <p role="alert" className="p-4">
        {t('review.gone')}
      </p>
    )
  if (isUnfinished(reviewed))
    return (
      <ReviewFinish
        {...{ steadyline, focusMain, onFinishing }}
        keysAreOn={keysAreOn}
        found={reviewed}
        onDone={() => {
          deeds.tell({ said: t('review.unfinished.done'), isTrouble: false, undo: undefined })
          onClose()
        }}
      />
    )
  return <ReviewCallPage {...{ steadyline, reviewed, deeds, onOpenCall, onOpenPerson }} />
}
