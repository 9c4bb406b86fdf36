import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { AgendaEmpty } from '../callbacks/agenda-empty.tsx'
import { AgendaList } from '../callbacks/agenda-list.tsx'
import { AgendaMarks } from '../callbacks/agenda-marks.tsx'
import type { Reading } from '../callbacks/agenda-words.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { KeptFigure } from './kept-figure.tsx'
import type { Steadyline } from './steadyline.ts'
import { useAgenda } from './use-agenda.ts'
import { useKeys } from './use-keys.ts'

interface CallbackListProps {
  readonly steadyline: Steadyline
  readonly reading: Reading
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  readonly query: string
  readonly onQuery: (query: string) => void
  readonly chosen: CallbackId | null
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
  readonly onNew: () => void
  readonly onWeek: () => void
  readonly onMore: () => void
  readonly onLeave: () => void
}

const firstPage = 30
const nextPage = 100

/** All callbacks, as many as are looked at: overdue ones first, closed ones on demand. */
export function CallbackList({ steadyline, reading, keysAreOn, focusMain, query, chosen, ...on }: CallbackListProps) {
  const { store } = steadyline.callbacks
  const [limit, setLimit] = useState(firstPage)
  const searchInput = useRef<HTMLInputElement>(null)
  const storage = useReadable(steadyline.storage)
  const found = useAgenda(store.agenda, query, limit, reading.now, storage.kind)
  const returnTo = useRef(chosen)
  const { t } = useTranslation()
  const isNew = found !== null && found.query === '' && found.page.callbacks.length === 0
  const search = () => searchInput.current?.focus()
  const change = (next: string) => {
    setLimit(firstPage)
    on.onQuery(next)
  }

  useEffect(() => {
    if (found === null || returnTo.current === null) return
    const row = document.querySelector<HTMLElement>(`[data-callback="${returnTo.current}"]`)
    returnTo.current = null
    row?.focus()
  }, [found])
  useKeys({ '/': search, 'Shift+/': search }, keysAreOn)

  return (
    <>
      <div className="px-3.5 pt-3.5 pb-2">
        <div className="flex items-baseline justify-between gap-3 pb-2">
          <h1 className="text-caller font-semibold">{t('agenda.title')}</h1>
          <KeptFigure store={store} graceMs={reading.graceMs} storage={storage.kind} />
        </div>
        <SearchBox label={t('agenda.search')} query={query} onChange={change} inputRef={searchInput} onLeave={focusMain} />
        <div className="pt-2">
          <AgendaMarks query={query} onQuery={change} />
        </div>
      </div>
      {found && found.page.callbacks.length > 0 ? (
        <AgendaList
          page={found.page}
          side={found.side}
          reading={reading}
          chosen={chosen}
          onChoose={on.onChoose}
          onOpen={on.onOpen}
          onWantMore={() => setLimit(found.page.callbacks.length + nextPage)}
        />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
          {found ? <AgendaEmpty query={found.query} isNew={isNew} /> : null}
        </div>
      )}
      <div className="flex flex-wrap gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-auto">
        <WideButton label={t('note.back')} cap="Esc" shortcut="Escape" onPress={on.onLeave} />
        <WideButton label={t('agenda.more')} onPress={on.onMore} />
        <WideButton label={t('agenda.week')} cap="W" onPress={on.onWeek} />
        <WideButton look={isNew ? 'main' : 'plain'} label={t('agenda.new')} cap="A" onPress={on.onNew} />
      </div>
    </>
  )
}
