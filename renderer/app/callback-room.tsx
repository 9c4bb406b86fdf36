import '../words/rooms.ts'
import { lazy, Suspense, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { AgendaFiles } from '../callbacks/agenda-files.tsx'
import { AgendaNews } from './agenda-news.tsx'
import { CallbackList } from './callback-list.tsx'
import { CallbackPage } from './callback-page.tsx'
import { type PagePanel, pageVerbs } from './page-verbs.ts'
import { roomKeys } from './room-keys.ts'
import type { RoomView } from './room-view.ts'
import { saveCallbacks } from './save-callbacks.ts'
import type { Steadyline } from './steadyline.ts'
import { useCallbackOf, useReading } from './use-agenda.ts'
import { useAgendaVerbs } from './use-agenda-verbs.ts'
import { useKeys } from './use-keys.ts'

interface CallbackRoomProps {
  readonly steadyline: Steadyline
  readonly keysAreOn: boolean
  readonly focusMain: () => void
  /** Under the agent's eyes; null for the list alone. */
  readonly id: CallbackId | null
  readonly onOpen: (id: CallbackId | null) => void
  readonly onLeave: () => void
}

const CallbackWeek = lazy(() => import('./callback-week.tsx').then(({ CallbackWeek }) => ({ default: CallbackWeek })))
const CalendarImport = lazy(() => import('./calendar-import.tsx').then(({ CalendarImport }) => ({ default: CalendarImport })))
const NewCallback = lazy(() => import('./new-callback.tsx').then(({ NewCallback }) => ({ default: NewCallback })))

/** Every promised call: a list or a week, and beside it or in its place the one that is read. */
export function CallbackRoom({ steadyline, keysAreOn, focusMain, id, onOpen, onLeave }: CallbackRoomProps) {
  const { callbacks } = steadyline
  const { agenda } = callbacks.store
  const [view, setView] = useState<RoomView>('list')
  const [query, setQuery] = useState('')
  const [touched, setTouched] = useState<CallbackId | null>(id)
  const [panel, setPanel] = useState<PagePanel | null>(null)
  const reading = useReading(steadyline.mirror)
  const deeds = useAgendaVerbs(callbacks, reading)
  const isWide = useSyncExternalStore(onWidthChange, () => wide.matches)
  const read = useCallbackOf(agenda, id)
  const hand = useCallbackOf(agenda, touched)
  const { t } = useTranslation()
  const chosen = id === null ? hand : read
  const show = (next: RoomView) => {
    setView(next)
    if (next === 'week') onOpen(null)
    focusMain()
  }
  const open = (callback: Callback, next: PagePanel | null = null) => {
    setTouched(callback.id)
    setPanel(next)
    onOpen(callback.id)
    if (!isWide && next === null) focusMain()
  }
  const follow = (next: CallbackId) => {
    setTouched(next)
    setPanel(null)
    onOpen(next)
    focusMain()
  }
  const close = () => {
    setPanel(null)
    onOpen(null)
    focusMain()
  }
  const choose = (callback: Callback) => {
    if (!isWide) setTouched(callback.id)
    else if (callback.id !== id) open(callback)
  }
  const save = async (kind: 'ics' | 'csv', one: Callback | null) => {
    const saved = await saveCallbacks(agenda, kind, one, t, reading)
    deeds.tell({ said: t(saved ? 'agenda.exported' : 'agenda.notKept'), isTrouble: !saved, undo: undefined, number: null })
  }
  const verbs = chosen
    ? pageVerbs(
        chosen,
        deeds,
        (next) => open(chosen, next),
        () => void save('ics', chosen),
      )
    : null

  useKeys(
    roomKeys({ view, verbs, news: deeds.news, hasPanel: panel !== null, isReading: id !== null, show, close, onLeave }),
    keysAreOn,
  )

  const news = deeds.news ? <AgendaNews news={deeds.news} dismiss={() => deeds.tell(null)} /> : null
  if (view === 'new')
    return (
      <NewCallback
        {...{ steadyline, reading }}
        person={read?.person ?? nobody}
        onClose={() => show('list')}
        onPromised={(said) => {
          deeds.tell({ said, isTrouble: false, undo: undefined, number: null })
          show('list')
        }}
      />
    )
  if (typeof view === 'object')
    return (
      <CalendarImport
        {...{ steadyline, reading }}
        file={view.file}
        onClose={() => show('list')}
        onTaken={(taken) => {
          deeds.tell(taken)
          show('list')
        }}
      />
    )
  const page =
    id === null ? null : (
      <CallbackPage
        key={id}
        {...{ steadyline, reading, deeds, panel, focusMain, verbs }}
        callback={read}
        onPanel={setPanel}
        onOpen={open}
        onFollow={follow}
        onNew={() => show('new')}
        onBack={close}
      />
    )
  const list =
    view === 'week' ? (
      <Suspense fallback={null}>
        <CallbackWeek
          {...{ steadyline, reading, deeds, isWide }}
          onChoose={(callback) => setTouched(callback.id)}
          onOpen={open}
          onList={() => show('list')}
        />
      </Suspense>
    ) : (
      <CallbackList
        {...{ steadyline, reading, keysAreOn, focusMain, query, onLeave }}
        onQuery={setQuery}
        chosen={id ?? touched}
        onChoose={choose}
        onOpen={open}
        onNew={() => show('new')}
        onWeek={() => show('week')}
        onMore={() => setView('files')}
      />
    )
  const files =
    view === 'files' ? (
      <AgendaFiles onImport={(file) => show({ file })} onExport={(kind) => void save(kind, null)} onClose={() => show('list')} />
    ) : null
  if (!isWide || view === 'week')
    return (
      <div className="relative flex min-h-0 flex-1 flex-col">
        {page ?? list}
        {files}
        {news}
      </div>
    )
  return (
    <div className="grid min-h-0 flex-1 grid-cols-[minmax(20rem,26rem)_minmax(0,1fr)]">
      <div className="relative flex min-h-0 flex-col border-e border-line">
        {list}
        {files}
      </div>
      <div className="flex min-h-0 flex-col">
        {page ?? <p className="grid flex-1 place-items-center p-6 text-center text-muted">{t('agenda.pick')}</p>}
        {news}
      </div>
    </div>
  )
}

const nobody = { name: '', number: '' }
const wide = matchMedia('(min-width: 50rem)')

function onWidthChange(changed: () => void): () => void {
  wide.addEventListener('change', changed)
  return () => wide.removeEventListener('change', changed)
}
