import { lazy, type RefObject, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Reframe } from '../../shared/playbook/playbook.ts'
import { NoteList } from '../notes/note-list.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { ReframeLine } from './reframe-line.tsx'
import type { Steadyline } from './steadyline.ts'
import type { FoundCalls } from './use-found-calls.ts'

const SearchHelp = lazy(() => import('../search/search-help.tsx').then(({ SearchHelp }) => ({ default: SearchHelp })))
const SearchRemarks = lazy(() => import('../search/search-remarks.tsx').then(({ SearchRemarks }) => ({ default: SearchRemarks })))

interface HistoryProps {
  readonly found: FoundCalls
  readonly reframe: Reframe | null
  readonly query: string
  readonly search: Steadyline['search']
  readonly onQuery: (query: string) => void
  readonly searchInput: RefObject<HTMLInputElement | null>
  readonly onLeaveSearch: () => void
  readonly onRead: (call: CallId) => void
  readonly onMore: () => void
}

export function History({ found, reframe, query, search, onQuery, searchInput, onLeaveSearch, onRead, onMore }: HistoryProps) {
  const [isSearching, setIsSearching] = useState(false)
  const { t } = useTranslation()
  const { answer, calls, total } = found
  return (
    <>
      <div className="px-3.5 pt-3.5 pb-2">
        <h1 className="text-caller font-semibold">{t('home.waiting')}</h1>
        <div className="min-h-2 pt-0.5 pb-3">{reframe ? <ReframeLine reframe={reframe} /> : null}</div>
        <search
          className="relative block"
          onFocus={() => setIsSearching(true)}
          onBlur={({ currentTarget, relatedTarget }) => setIsSearching(currentTarget.contains(relatedTarget))}
        >
          <SearchBox label={t('notes.search')} query={query} onChange={onQuery} inputRef={searchInput} onLeave={onLeaveSearch} />
          {isSearching ? (
            <Suspense fallback={null}>
              <SearchHelp {...{ search, query, onQuery, searchInput }} />
            </Suspense>
          ) : null}
        </search>
        <p role="status" className="flex justify-between px-0.5 pt-2 text-small text-muted tabular-nums">
          <span>{t('notes.found', { count: total })}</span>
          <span>{answer ? t('notes.took', { ms: Math.ceil(answer.tookMs) }) : t('notes.newest')}</span>
        </p>
        {answer ? (
          <Suspense fallback={null}>
            <SearchRemarks answer={answer} query={query} onQuery={onQuery} />
          </Suspense>
        ) : null}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {calls.length > 0 ? (
          <NoteList found={calls} query={answer?.marks.join(' ') ?? ''} now={Date.now()} onOpen={onRead} />
        ) : (
          <div className="px-4 py-6 text-center">
            <p className="font-semibold">{t('notes.nothing', { query: found.query })}</p>
            <p className="text-note text-muted">{t('notes.nothingHint')}</p>
          </div>
        )}
        {calls.length < total && calls.length > 0 ? (
          <div className="flex flex-col px-3.5 py-2.5">
            <WideButton label={t('notes.more')} onPress={onMore} />
          </div>
        ) : null}
      </div>
    </>
  )
}
