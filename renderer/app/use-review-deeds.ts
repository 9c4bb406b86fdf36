import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Call, CallId } from '../../shared/call/call.ts'
import type { Incident } from '../../shared/notes/incident.ts'
import type { DayCall } from '../../shared/review/day-figures.ts'
import type { Kept, Review } from '../review/review.ts'
import type { ReviewNews } from './review-news.tsx'

/** What can be done with a call that is looked back on, each with its way back. */
export interface ReviewDeeds {
  readonly news: ReviewNews | null
  readonly tell: (news: ReviewNews | null) => void
  readonly link: (one: CallId, other: DayCall) => void
  readonly unlink: (one: CallId, other: DayCall) => void
  readonly learn: (id: CallId, before: string, learning: string) => void
  readonly report: (id: CallId, before: Incident['reported'], reported: Incident['reported']) => void
}

export function useReviewDeeds(review: Review | null): ReviewDeeds {
  const [news, setNews] = useState<ReviewNews | null>(null)
  const { t } = useTranslation()
  const keep = async (work: Kept | undefined, said: string | null, back?: () => Kept | undefined) => {
    const kept = await work
    if (!kept?.ok) return setNews({ said: t('review.notKept'), isTrouble: true, undo: undefined })
    setNews(said === null ? null : { said, isTrouble: false, undo: back ? () => void keep(back(), null) : undefined })
  }
  const who = ({ party }: Call) => party.name || party.number || t('call.withheld')
  return {
    news,
    tell: setNews,
    link: (one, { call }) =>
      void keep(review?.link(one, call.id), t('review.links.linked', { who: who(call) }), () => review?.unlink(one, call.id)),
    unlink: (one, { call }) =>
      void keep(review?.unlink(one, call.id), t('review.links.unlinked', { who: who(call) }), () => review?.link(one, call.id)),
    learn: (id, before, learning) =>
      void keep(review?.learn(id, learning), t(learning.trim() ? 'review.learning.kept' : 'review.learning.removed'), () =>
        review?.learn(id, before),
      ),
    report: (id, before, reported) =>
      void keep(review?.report(id, reported), t(reported ? 'review.incident.marked' : 'review.incident.reopened'), () =>
        review?.report(id, before),
      ),
  }
}
