import '../words/promises.ts'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { alarmsBefore } from '../callbacks/alarms-before.ts'
import { ownZone } from '../callbacks/known-zones.ts'
import { saidHere } from '../callbacks/said-time.ts'
import { Press } from '../ui/press.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { useWallNow } from '../ui/wall-now.ts'
import type { Steadyline } from './steadyline.ts'
import { useAlarmVerbs } from './use-alarm-verbs.ts'
import { useKeys } from './use-keys.ts'

interface AlarmBarProps {
  readonly steadyline: Steadyline
  /** The earliest open ones. */
  readonly callbacks: readonly Callback[]
  readonly onlyRinging: boolean
  readonly isAside: boolean
  readonly open: (id: CallbackId) => void
}

const RingingAlarm = lazy(() => import('./ringing-alarm.tsx').then(({ RingingAlarm }) => ({ default: RingingAlarm })))

/** The next promised call at the edge of every screen: quiet until it is nearly due, then with what can be done about it. */
export function AlarmBar({ steadyline, callbacks, onlyRinging, isAside, open }: AlarmBarProps) {
  'use memo'
  const { companion, mirror } = steadyline
  const { settings } = useReadable(mirror)
  const alarms = useReadable(steadyline.callbacks.alarms)
  const verbs = useAlarmVerbs(steadyline.callbacks)
  const [rung, setRung] = useState<CallbackId | null>(null)
  const now = useWallNow()
  const { t, i18n } = useTranslation()
  const ringing = alarmsBefore(alarms, callbacks, now)
  const first = ringing[0]
  const next = onlyRinging ? undefined : callbacks[0]
  const said = callbacks.find(({ id }) => id === rung)
  const { sound } = settings.callbacks

  useEffect(
    () =>
      companion.on('alarm.rang', ({ callbackId, stage }) => {
        setRung(callbackId)
        if (sound && (stage === 'due' || stage === 'overdue'))
          void import('../callbacks/promise-bell.ts').then(({ promiseBell }) => promiseBell())
      }),
    [companion, sound],
  )
  const { picked } = verbs
  useEffect(
    () =>
      steadyline.pickedAlarms(({ callbackId, action }) => (action === 'open' ? open(callbackId) : picked(callbackId, action))),
    [steadyline, open, picked],
  )
  const reachable = isAside ? undefined : first
  useKeys(
    {
      q: reachable ? () => verbs.call(reachable.callback.id) : undefined,
      u: reachable ? () => verbs.snooze(reachable.callback.id, 5) : undefined,
    },
    settings.singleKeys,
  )

  const isLate = first !== undefined && now >= first.callback.due.at
  const tone = first === undefined ? 'text-muted' : isLate ? 'bg-danger-soft text-danger' : 'bg-warn-soft text-warn'
  return (
    <>
      <Toolbar
        aria-label={t('promise.alarm.title')}
        className={`min-h-11 items-center gap-1.5 px-2 text-small ${(first || next) && !isAside ? 'flex' : 'hidden'} ${tone}`}
      >
        {first ? (
          <Suspense fallback={null}>
            <RingingAlarm ringing={first} more={ringing.length - 1} {...{ now, verbs, open }} />
          </Suspense>
        ) : next ? (
          <Press
            onPress={() => open(next.id)}
            className="line-clamp-2 min-w-0 flex-1 rounded-small px-1 text-start leading-tight"
          >
            {t('promise.alarm.next', {
              who: next.person.name || next.person.number || t('call.withheld'),
              time: saidHere(next.due, { now, locale: i18n.language, ownZone: ownZone() }),
            })}
          </Press>
        ) : null}
      </Toolbar>
      <p role="status" className="sr-only">
        {said ? t('promise.alarm.said', { who: said.person.name || said.person.number, what: said.reason || said.topic }) : null}
      </p>
    </>
  )
}
