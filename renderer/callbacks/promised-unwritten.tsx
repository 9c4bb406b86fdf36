import { useTranslation } from 'react-i18next'
import { SidePanel } from '../ui/side-panel.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { UnwrittenAlarm, type UnwrittenAlarmProps } from './unwritten-alarm.tsx'

interface PromisedUnwrittenProps extends UnwrittenAlarmProps {
  readonly title: string
  readonly said: string
  readonly onClose: () => void
}

/** In the place of the form when the promise is kept and its alarm is not on the disk: it is read before it is left. */
export function PromisedUnwritten({ title, said, onClose, ...alarm }: PromisedUnwrittenProps) {
  const { t } = useTranslation()
  return (
    <SidePanel title={title} closeLabel={t('agenda.close')} onClose={onClose}>
      <p className="font-semibold">{t('agenda.followUpSaid', { time: said })}</p>
      <UnwrittenAlarm {...alarm} />
      <WideButton look="main" label={t('agenda.close')} onPress={onClose} />
    </SidePanel>
  )
}
