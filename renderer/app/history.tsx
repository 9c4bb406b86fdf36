import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallId } from '../../shared/call/call.ts'
import type { Reframe } from '../../shared/playbook/playbook.ts'
import { NoteList } from '../notes/note-list.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { ReframeLine } from './reframe-line.tsx'
import type { FoundCalls } from './use-found-calls.ts'

interface HistoryProps {
  readonly found: FoundCalls
  readonly reframe: Reframe | null
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly searchInput: Ref<HTMLInputElement>
  readonly onLeaveSearch: () => void
  readonly onRead: (call: CallId) => void
}

export function History({ found, reframe, query, onQuery, searchInput, onLeaveSearch, onRead }: HistoryProps) {
  const { t } = useTranslation()
  return (
    <>
      <div className="px-3.5 pt-3.5 pb-2">
        <h1 className="text-caller font-semibold">{t('home.waiting')}</h1>
        <div className="min-h-2 pt-0.5 pb-3">{reframe ? <ReframeLine reframe={reframe} /> : null}</div>
        <SearchBox label={t('notes.search')} query={query} onChange={onQuery} inputRef={searchInput} onLeave={onLeaveSearch} />
        <p role="status" className="flex justify-between px-0.5 pt-2 text-small text-muted tabular-nums">
          <span>{t('notes.found', { count: found.calls.length })}</span>
          <span>{t('notes.newest')}</span>
        </p>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {found.calls.length > 0 ? (
          <NoteList found={found.calls} query={found.query} now={Date.now()} onOpen={onRead} />
        ) : (
          <div className="px-4 py-6 text-center">
            <p className="font-semibold">{t('notes.nothing', { query: found.query })}</p>
            <p className="text-note text-muted">{t('notes.nothingHint')}</p>
          </div>
        )}
      </div>
    </>
  )
}
