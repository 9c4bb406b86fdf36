import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import { Press } from '../ui/press.tsx'
import { ageText } from '../words/ages.ts'
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

/** How late it is, whom to call and what about: two lines, and more only where our own words would be cut. Pressing it opens the callback. */
export function AlarmChip({ ringing: { alarm, callback }, more, now, onOpen }: AlarmChipProps) {
  const { t, i18n } = useTranslation()
  const { person, reason, topic } = callback
  const about = alarm.whileAway ? t('promise.alarm.whileAway') : (refusalText(t, callback) ?? (reason || topic))
  return (
    <Press onPress={onOpen} className="min-w-0 flex-1 rounded-small px-1 py-0.5 text-start leading-tight">
      <span className={alarm.whileAway ? 'line-clamp-6' : 'line-clamp-2'}>
        <span className="font-semibold tabular-nums">{dueText(t, callback.due.at, now, i18n.language)}</span>
        {' · '}
        <bdi className="font-semibold">{person.name || person.number || t('call.withheld')}</bdi>
        {more > 0 ? ` ${t('promise.alarm.more', { count: more })}` : null}
        <bdi className="block">{about}</bdi>
      </span>
    </Press>
  )
}

/** By the second until it is due, in whole minutes after the first one. */
function dueText(t: TFunction, at: number, now: number, locale: string): string {
  if (now < at) return t('promise.alarm.dueIn', { time: clockText(at - now) })
  return now - at < 60_000 ? t('promise.alarm.dueNow') : t('promise.alarm.overdue', { age: ageText(now - at, locale) })
}

function refusalText(t: TFunction, callback: Callback): string | null {
  const refusal = deputyRefusal(callback)
  if (refusal === null) return null
  return refusal.reason === '' ? t('promise.alarm.declinedOnly', refusal) : t('promise.alarm.declined', refusal)
}
