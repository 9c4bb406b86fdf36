import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { Press } from '../ui/press.tsx'
import { clockText } from '../words/times.ts'
import type { RingingCallback } from './alarms-before.ts'
import { deputyRefusal } from './deputy-asked.ts'

interface AlarmChipProps {
  readonly ringing: RingingCallback
  /** Others that wait behind it. */
  readonly more: number
  readonly now: number
  readonly onOpen: () => void
}

/** Whom to call, what about and how late it is, in two lines at the most; pressing it opens the callback. */
export function AlarmChip({ ringing: { alarm, callback }, more, now, onOpen }: AlarmChipProps) {
  const { t } = useTranslation()
  const { person } = callback
  return (
    <Press onPress={onOpen} className="min-w-0 flex-1 rounded-small px-1 py-0.5 text-start leading-tight">
      <span className="flex gap-1.5 font-semibold">
        <bdi className="line-clamp-1">{person.name || person.number || t('call.withheld')}</bdi>
        <span className="flex-none tabular-nums">{dueText(t, callback.due.at, now)}</span>
        {more > 0 ? <span className="flex-none font-medium">{t('promise.alarm.more', { count: more })}</span> : null}
      </span>
      <span className="line-clamp-1">
        <bdi>
          {(alarm.whileAway ? t('promise.alarm.whileAway') : refusalText(t, callback)) ?? (callback.reason || callback.topic)}
        </bdi>
      </span>
    </Press>
  )
}

/** By the second, until and since; the minute it is due in is now. */
function dueText(t: TFunction, at: number, now: number): string {
  if (now < at) return t('promise.alarm.dueIn', { time: clockText(at - now) })
  return now - at < 60_000 ? t('promise.alarm.dueNow') : t('promise.alarm.overdue', { time: clockText(now - at) })
}

function refusalText(t: TFunction, callback: Callback): string | null {
  const refusal = deputyRefusal(callback)
  if (refusal === null) return null
  return refusal.reason === '' ? t('promise.alarm.declinedOnly', refusal) : t('promise.alarm.declined', refusal)
}
