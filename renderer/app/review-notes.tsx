import { lazy, type RefObject, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Review } from '../review/review.ts'
import { Choice } from '../ui/choice.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { whenText } from '../words/times.ts'
import { ReviewLearnings } from './review-learnings.tsx'
import { ReviewList } from './review-list.tsx'
import type { Steadyline } from './steadyline.ts'
import { useFoundCalls } from './use-found-calls.ts'

const SearchHelp = lazy(() => import('../search/search-help.tsx').then(({ SearchHelp }) => ({ default: SearchHelp })))
const SearchRemarks = lazy(() => import('../search/search-remarks.tsx').then(({ SearchRemarks }) => ({ default: SearchRemarks })))

interface ReviewNotesProps {
  readonly steadyline: Steadyline
  readonly review: Review
  readonly query: string
  readonly which: 'all' | 'learnings'
  readonly chosen: CallId | null
  readonly searchInput: RefObject<HTMLInputElement | null>
  readonly onQuery: (query: string) => void
  readonly onWhich: (which: 'all' | 'learnings') => void
  readonly onOpen: (id: CallId) => void
  readonly onLeaveSearch: () => void
  readonly onExport: () => void
}

const pageSize = 50

/** Every call there was, found by words and filters, or those something was learnt from. */
export function ReviewNotes({ steadyline, review, query, which, chosen, searchInput, ...on }: ReviewNotesProps) {
  const [limit, setLimit] = useState(pageSize)
  const [isSearching, setIsSearching] = useState(false)
  const storage = useReadable(steadyline.storage)
  const found = useFoundCalls(steadyline, query, limit, storage.kind)
  const { t, i18n } = useTranslation()
  const { search } = steadyline
  const change = (next: string) => {
    setLimit(pageSize)
    on.onQuery(next)
  }
  const options = [
    { value: 'all', label: t('review.notes.all') },
    { value: 'learnings', label: t('review.notes.learnings') },
  ] as const
  return (
    <>
      <header className="flex flex-col gap-2 px-3.5 pt-3.5 pb-2">
        <div className="flex items-baseline justify-between gap-3">
          <h1 className="text-caller font-semibold">{t('review.view.notes')}</h1>
          {found && found.calls.length > 0 && which === 'all' ? (
            <TextButton label={t('review.export.open')} onPress={on.onExport} />
          ) : null}
        </div>
        <Choice label={t('review.notes.which')} value={which} options={options} onChange={on.onWhich} />
        {which === 'all' ? (
          <>
            <search
              className="relative block"
              onFocus={() => setIsSearching(true)}
              onBlur={({ currentTarget, relatedTarget }) => setIsSearching(currentTarget.contains(relatedTarget))}
            >
              <SearchBox
                label={t('notes.search')}
                query={query}
                onChange={change}
                inputRef={searchInput}
                onLeave={on.onLeaveSearch}
              />
              {isSearching ? (
                <Suspense fallback={null}>
                  <SearchHelp {...{ search, query, searchInput }} onQuery={change} />
                </Suspense>
              ) : null}
            </search>
            <p role="status" className="flex justify-between px-0.5 text-small text-muted tabular-nums">
              <span>{found ? t('notes.found', { count: found.total }) : null}</span>
              <span>{found?.answer ? t('notes.took', { ms: Math.ceil(found.answer.tookMs) }) : t('notes.newest')}</span>
            </p>
            {found?.answer ? (
              <Suspense fallback={null}>
                <SearchRemarks answer={found.answer} query={query} onQuery={change} />
              </Suspense>
            ) : null}
          </>
        ) : null}
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {which === 'learnings' ? <ReviewLearnings {...{ review, chosen }} onOpen={on.onOpen} /> : null}
        {which === 'all' && found && found.calls.length > 0 ? (
          <ReviewList
            label={t('notes.list')}
            calls={found.calls}
            chosen={chosen}
            query={found.answer?.marks.join(' ') ?? ''}
            when={(wall) => whenText(wall, Date.now(), i18n.language)}
            onOpen={on.onOpen}
          />
        ) : null}
        {which === 'all' && found && found.calls.length === 0 ? (
          <div className="px-4 py-6 text-center text-note text-muted">
            {found.query === '' ? (
              <p>{t('review.day.emptyToday')}</p>
            ) : (
              <>
                <p className="font-semibold text-text">{t('notes.nothing', { query: found.query })}</p>
                <p>{t('notes.nothingHint')}</p>
              </>
            )}
          </div>
        ) : null}
        {which === 'all' && found && found.calls.length < found.total && found.calls.length > 0 ? (
          <div className="flex flex-col px-3.5 py-2.5">
            <WideButton label={t('notes.more')} onPress={() => setLimit(limit + pageSize)} />
          </div>
        ) : null}
      </div>
    </>
  )
}
