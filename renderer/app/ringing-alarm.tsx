import '../words/rooms.ts'
import { useTranslation } from 'react-i18next'
import type { CallbackId } from '../../shared/callbacks/callback.ts'
import { AlarmChip } from '../callbacks/alarm-chip.tsx'
import type { RingingCallback } from '../callbacks/alarms-before.ts'
import { LaterMenu } from '../callbacks/later-menu.tsx'
import { Kbd } from '../ui/kbd.tsx'
import { Press } from '../ui/press.tsx'
import { AlarmTrouble } from './alarm-trouble.tsx'
import type { AlarmVerbs } from './use-alarm-verbs.ts'

interface RingingAlarmProps {
  readonly ringing: RingingCallback
  /** Others that wait behind it. */
  readonly more: number
  readonly now: number
  readonly verbs: AlarmVerbs
  readonly open: (id: CallbackId) => void
}

const key = 'flex min-h-8 flex-none items-center gap-1.5 rounded-small px-2 font-semibold'

/** A promised call that rings, and what can be done about it. */
export function RingingAlarm({ ringing, more, now, verbs, open }: RingingAlarmProps) {
  const { t } = useTranslation()
  const { id, deputy } = ringing.callback
  return (
    <>
      {verbs.trouble ? (
        <AlarmTrouble trouble={verbs.trouble} dismiss={verbs.dismiss} />
      ) : (
        <>
          <AlarmChip {...{ ringing, more, now }} onOpen={() => open(id)} />
          <LaterMenu
            className={`${key} hover:bg-surface`}
            deputy={deputy?.name}
            onSnooze={(minutes) => verbs.snooze(id, minutes)}
            onHandOver={() => verbs.handOver(id)}
          />
        </>
      )}
      <Press shortcut="Q" onPress={() => verbs.call(id)} className={`${key} bg-accent text-on-accent hover:opacity-90`}>
        {t('promise.alarm.call')}
        <Kbd keys="Q" onAccent />
      </Press>
    </>
  )
}
