import { lazy, Suspense, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { type CallId, isPractice } from '../../shared/call/call.ts'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { NowProvider } from '../ui/now.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { Announcer } from './announcer.tsx'
import type { Asking } from './asking.ts'
import { Banners } from './banners.tsx'
import { CallbackBar } from './callback-bar.tsx'
import { DeskScreen } from './desk-screen.tsx'
import { HeaderBar } from './header-bar.tsx'
import { HomeScreen } from './home-screen.tsx'
import type { DialogName } from './open-dialog.tsx'
import { OpenRoom } from './open-room.tsx'
import { Opening } from './opening.tsx'
import type { Room } from './room.ts'
import type { Desk, DeskCall, Steadyline } from './steadyline.ts'
import { TeamEdge } from './team-edge.tsx'
import { Trouble } from './trouble.tsx'
import { useKeys } from './use-keys.ts'
import { WindowTitle } from './window-title.tsx'

const OpenDialog = lazy(() => import('./open-dialog.tsx').then(({ OpenDialog }) => ({ default: OpenDialog })))

export interface AppProps {
  readonly steadyline: Steadyline
  readonly asking: Asking
}

/** The one window: what is always there, and the screen of the moment. */
export function App({ steadyline, asking }: AppProps) {
  'use memo'
  const mirror = useReadable(steadyline.mirror)
  const shown = useSyncExternalStore(steadyline.desk.subscribe, () => shownOn(steadyline.desk.get()))
  const main = useRef<HTMLElement | null>(null)
  const [dialog, setDialog] = useState<{ readonly name: DialogName; readonly over: CallId | null } | null>(null)
  const [entered, setEntered] = useState<{ readonly room: Room | null; readonly over: CallId | null } | null>(null)
  const { t } = useTranslation()
  const shownId = shown?.call.id ?? null
  const open = (name: DialogName) => setDialog({ name, over: shownId })
  const enter = useCallback(
    (room: Room | null) => {
      setDialog(null)
      setEntered({ room, over: steadyline.desk.get().shown })
    },
    [steadyline],
  )
  const room = entered?.over === shownId ? entered.room : null
  const openPlaybooks = () => enter({ name: 'playbooks', file: entered?.room?.name === 'playbooks' ? entered.room.file : null })
  const openTeam = () => open('team')
  const openCallback = useCallback((id: CallbackId) => enter({ name: 'callbacks', id }), [enter])
  const openCallbacks = () => enter({ name: 'callbacks', id: null })
  const focusMain = () => main.current?.focus({ preventScroll: true })
  const arrive = useCallback((element: HTMLElement | null) => {
    main.current = element
    element?.focus({ preventScroll: true })
  }, [])
  const { settings, about } = mirror
  const toggleOnTop =
    about.shell === 'desktop' ? () => void asking.ask('settings.change', { alwaysOnTop: !settings.alwaysOnTop }) : undefined

  useEffect(
    () => steadyline.companion.on('brief.picked', ({ briefId }) => enter({ name: 'briefs', id: briefId })),
    [steadyline, enter],
  )
  useKeys(
    { 'Shift+?': () => open('keys'), '?': () => open('keys'), ',': () => open('settings'), p: toggleOnTop, g: openCallbacks },
    settings.singleKeys,
  )

  if (mirror.link === 'connecting')
    return (
      <div className="flex h-full flex-col">
        <Banners steadyline={steadyline} openSettings={() => open('settings')} />
        <Opening storage={steadyline.storage} />
      </div>
    )
  return (
    <NowProvider now={steadyline.now}>
      <div className="flex h-full flex-col">
        <WindowTitle inbox={steadyline.inbox} alarms={mirror.alarms} shown={shown?.party ?? null} />
        <HeaderBar
          dialers={mirror.dialers}
          onTop={settings.alwaysOnTop}
          toggleOnTop={toggleOnTop}
          practice={shown !== undefined && isPractice(shown.call)}
          openSettings={() => open('settings')}
          openKeys={() => open('keys')}
        />
        <TeamEdge
          steadyline={steadyline}
          asking={asking}
          reading={room?.name === 'briefs' ? room.id : null}
          openBriefs={(id) => enter({ name: 'briefs', id })}
          openTeam={openTeam}
        />
        {shown ? null : <CallbackBar steadyline={steadyline} place="above" open={openCallback} />}
        <Banners steadyline={steadyline} openSettings={() => open('settings')} />
        <main
          key={`${shownId ?? 'home'} ${room?.name ?? ''}`}
          ref={arrive}
          tabIndex={-1}
          aria-label={t('app.main')}
          className="flex min-h-0 flex-1 flex-col short:overflow-y-auto"
        >
          {room ? (
            <OpenRoom {...{ room, steadyline, asking, focusMain, enter, openTeam }} />
          ) : shown ? (
            <DeskScreen
              deskCall={shown}
              steadyline={steadyline}
              asking={asking}
              keysAreOn={settings.singleKeys}
              focusMain={focusMain}
              openCallback={openCallback}
            />
          ) : (
            <HomeScreen
              steadyline={steadyline}
              asking={asking}
              keysAreOn={settings.singleKeys}
              focusMain={focusMain}
              open={open}
              openPlaybooks={openPlaybooks}
              openBriefs={() => enter({ name: 'briefs', id: null })}
              openCallbacks={openCallbacks}
              openReview={() => enter({ name: 'review', view: 'today', id: null })}
            />
          )}
        </main>
        {shown && room ? <CallbackBar steadyline={steadyline} place="below" open={openCallback} /> : null}
        <Trouble asking={asking} />
        <Announcer companion={steadyline.companion} />
        {dialog && dialog.over === shownId ? (
          <Suspense fallback={null}>
            <OpenDialog
              name={dialog.name}
              steadyline={steadyline}
              asking={asking}
              close={() => setDialog(null)}
              open={open}
              openPlaybooks={openPlaybooks}
              openPeople={() => enter({ name: 'people' })}
            />
          </Suspense>
        ) : null}
      </div>
    </NowProvider>
  )
}

function shownOn({ calls, shown }: Desk): DeskCall | undefined {
  return calls.find(({ call }) => call.id === shown)
}
