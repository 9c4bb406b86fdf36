import '../words/rooms.ts'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import { StartByHand } from '../call/start-by-hand.tsx'
import { DialogWindow } from '../ui/dialog-window.tsx'
import { useReadable } from '../ui/use-readable.ts'
import type { Asking } from './asking.ts'
import { KeyHelp } from './key-help.tsx'
import type { Steadyline } from './steadyline.ts'

export type DialogName = 'keys' | 'settings' | 'start' | 'team'

interface OpenDialogProps {
  readonly name: DialogName
  readonly steadyline: Steadyline
  readonly asking: Asking
  readonly close: () => void
  readonly open: (name: DialogName) => void
  readonly openPlaybooks: () => void
  readonly openPeople: () => void
}

const TeamPanel = lazy(() => import('./team-panel.tsx').then(({ TeamPanel }) => ({ default: TeamPanel })))
const SettingsPanel = lazy(() => import('./settings-panel.tsx').then(({ SettingsPanel }) => ({ default: SettingsPanel })))

export function OpenDialog({ name, steadyline, asking, close, open, openPlaybooks, openPeople }: OpenDialogProps) {
  const { t } = useTranslation()
  const { settings, about } = useReadable(steadyline.mirror)
  const window = { closeLabel: t('app.close'), onClose: close }
  switch (name) {
    case 'keys':
      return (
        <DialogWindow {...window} title={t('keys.title')}>
          <KeyHelp areOn={settings.singleKeys} canStayOnTop={about.shell === 'desktop'} />
        </DialogWindow>
      )
    case 'start':
      return (
        <DialogWindow {...window} title={t('start.title')}>
          <StartByHand
            onStart={(party) => {
              close()
              void asking.ask('call.startByHand', party)
            }}
          />
        </DialogWindow>
      )
    case 'settings':
      return (
        <DialogWindow {...window} title={t('panel.title')}>
          <Suspense fallback={<p className="text-muted">{t('panel.loading')}</p>}>
            <SettingsPanel steadyline={steadyline} asking={asking} openPlaybooks={openPlaybooks} openTeam={() => open('team')} />
          </Suspense>
        </DialogWindow>
      )
    case 'team':
      return (
        <DialogWindow {...window} title={t('team.title')}>
          <Suspense fallback={<p className="text-muted">{t('panel.loading')}</p>}>
            <TeamPanel steadyline={steadyline} asking={asking} openPeople={openPeople} />
          </Suspense>
        </DialogWindow>
      )
    default:
      return assertNever(name)
  }
}
