import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Review } from '../review/review.ts'
import { whenText } from '../words/times.ts'
import { ReviewList } from './review-list.tsx'
import { useWatched } from './review-watch.ts'

interface ReviewLearningsProps {
  readonly review: Review
  readonly chosen: CallId | null
  readonly onOpen: (id: CallId) => void
}

/** What the agent took from calls, in their own words. */
export function ReviewLearnings({ review, chosen, onOpen }: ReviewLearningsProps) {
  const learnt = useWatched(useMemo(() => review.watchLearnings(), [review]))
  const { t, i18n } = useTranslation()
  if (learnt === undefined) return null
  return learnt.length === 0 ? (
    <div className="px-4 py-6 text-center text-note">
      <p className="font-semibold">{t('review.notes.learningsEmpty')}</p>
      <p className="text-muted">{t('review.notes.learningsHint')}</p>
    </div>
  ) : (
    <ReviewList
      label={t('review.notes.learnings')}
      title={t('review.notes.learningsCount', { count: learnt.length })}
      calls={learnt}
      chosen={chosen}
      when={(wall) => whenText(wall, Date.now(), i18n.language)}
      textOf={({ note }) => note?.learning}
      onOpen={onOpen}
    />
  )
}
