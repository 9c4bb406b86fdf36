import { useTranslation } from 'react-i18next'
import { TelLink } from '../ui/tel-link.tsx'
import { TextButton } from '../ui/text-button.tsx'
import { failureText } from './said-failure.ts'
import type { AlarmTrouble as Trouble } from './use-alarm-verbs.ts'

interface AlarmTroubleProps {
  readonly trouble: Trouble
  readonly dismiss: () => void
}

/** Why nobody is called, in the place of who; a phone that only a hand can dial is a link. */
export function AlarmTrouble({ trouble: { failure, number }, dismiss }: AlarmTroubleProps) {
  const { t } = useTranslation()
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5 leading-tight">
      <p role="alert" className="line-clamp-2 min-w-0 flex-1">
        {failure.kind === 'dialer.cannot' ? (
          <>
            {t('promise.alarm.byPhone')} <TelLink number={number} />
          </>
        ) : (
          failureText(t, failure)
        )}
      </p>
      <TextButton label={t('agenda.dismiss')} onPress={dismiss} />
    </div>
  )
}
