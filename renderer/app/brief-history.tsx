import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BriefId } from '../../shared/transfer/brief.ts'
import { BriefRow } from '../transfer/brief-row.tsx'
import { ArrowList } from '../ui/arrow-list.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Steadyline } from './steadyline.ts'
import { useFoundBriefs } from './use-found-briefs.ts'
import { useKeys } from './use-keys.ts'

interface BriefHistoryProps {
  readonly steadyline: Steadyline
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly onRead: (id: BriefId) => void
  readonly onLeave: () => void
  readonly openTeam: () => void
}

/** Every brief that was sent or received here; it needs no hub. */
export function BriefHistory({ steadyline, keysAreOn, focusMain, onRead, onLeave, openTeam }: BriefHistoryProps) {
  const [query, setQuery] = useState('')
  const searchInput = useRef<HTMLInputElement>(null)
  const storage = useReadable(steadyline.storage)
  const { settings } = useReadable(steadyline.mirror)
  const found = useFoundBriefs(steadyline.briefs, query, storage.kind)
  const { t } = useTranslation()
  const isNew = found !== null && found.query === '' && found.records.length === 0
  const search = isNew ? undefined : () => searchInput.current?.focus()

  useKeys({ Escape: onLeave, '/': search, 'Shift+/': search }, keysAreOn)

  return (
    <>
      <div className="px-3.5 pt-3.5 pb-2">
        <h1 className="pb-2 text-caller font-semibold">{t('inbox.title')}</h1>
        {isNew ? null : (
          <>
            <SearchBox label={t('inbox.search')} query={query} onChange={setQuery} inputRef={searchInput} onLeave={focusMain} />
            <p role="status" className="px-0.5 pt-2 text-small text-muted tabular-nums">
              {found ? t('inbox.found', { count: found.records.length }) : null}
            </p>
          </>
        )}
      </div>
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        {isNew ? (
          <div className="flex flex-1 flex-col justify-center gap-3 px-5 pb-8">
            <p className="text-caller font-semibold">{t('inbox.none')}</p>
            <p className="text-muted text-pretty">{t('inbox.teach')}</p>
            {settings.team.enabled ? null : <WideButton label={t('team.setUp')} onPress={openTeam} />}
          </div>
        ) : null}
        {found && found.records.length > 0 ? (
          <ArrowList label={t('inbox.title')} className="flex flex-col">
            {found.records.map((record) => (
              <li key={record.brief.id} className="border-t border-line">
                <BriefRow record={record} now={Date.now()} onOpen={() => onRead(record.brief.id)} />
              </li>
            ))}
          </ArrowList>
        ) : null}
        {found && found.query !== '' && found.records.length === 0 ? (
          <p className="px-4 py-6 text-center font-semibold">{t('inbox.nothing', { query: found.query })}</p>
        ) : null}
      </div>
      <div className="flex flex-col border-t border-line bg-surface px-3.5 py-2.5">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={onLeave} />
      </div>
    </>
  )
}
