import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import type { Reading } from './agenda-words.ts'
import { wallIn } from './said-time.ts'
import { dayText, firstHour, hourOf, hoursShown, hourText, type WeekDay } from './week-days.ts'
import { WeekItem } from './week-item.tsx'
import { WeekSlot } from './week-slot.tsx'

interface WeekGridProps {
  readonly days: readonly WeekDay[]
  readonly callbacks: readonly Callback[]
  readonly callingHours: { readonly callFrom: string; readonly callTo: string }
  readonly reading: Reading
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
  readonly onMove: (id: CallbackId, date: string, hour: number) => void
}

/** Shown in one hour of one day; the list has the others. */
const mostInSlot = 4

/** Seven days with their hours; when it is made, the hour to begin with is in sight. */
export function WeekGrid({ days, callbacks, callingHours, reading, onChoose, onOpen, onMove }: WeekGridProps) {
  const { t } = useTranslation()
  const { locale, ownZone, now } = reading
  const presentHour = wallIn(ownZone, now).slice(0, 13)
  const hours = hoursShown(callbacks, callingHours, ownZone)
  const [begin] = useState(() => firstHour(days, callbacks, reading))
  const inSight = begin === null ? null : Math.min(Math.max(begin, hours[0] ?? 0), hours.at(-1) ?? 0)
  const slots = new Map<string, Callback[]>()
  for (const callback of callbacks) {
    const { at } = callback.due
    const key = `${days.findIndex(({ to }) => at < to)} ${hourOf(at, ownZone)}`
    slots.set(key, [...(slots.get(key) ?? []), callback])
  }
  return (
    <div className="grid min-h-0 flex-1 auto-rows-min grid-cols-[auto_repeat(7,minmax(0,1fr))] overflow-y-auto">
      <span className="sticky top-0 z-1 border-b border-line bg-bg" />
      {days.map(({ date, from, to }) => (
        <h2
          key={date}
          className={`sticky top-0 z-1 border-b border-line bg-bg px-1.5 py-2 text-center text-small font-semibold ${now >= from && now < to ? 'text-accent' : 'text-muted'}`}
        >
          {dayText(date, locale, 'short')}
        </h2>
      ))}
      {hours.map((hour) => [
        <span
          key={hour}
          ref={hour === inSight ? bringInSight : undefined}
          className="px-2 py-1 text-end text-small text-muted tabular-nums"
        >
          {hourText(hour, locale)}
        </span>,
        ...days.map(({ date }, day) => {
          const inSlot = slots.get(`${day} ${hour}`) ?? []
          return (
            <WeekSlot
              key={`${date} ${hour}`}
              label={t('agenda.slot', { day: dayText(date, locale, 'long'), hour: hourText(hour, locale) })}
              isPast={`${date}T${String(hour).padStart(2, '0')}` < presentHour}
              className="flex min-h-10 flex-col gap-0.5 border-s border-b border-line p-0.5"
              onTake={(id) => onMove(id, date, hour)}
            >
              {inSlot.slice(0, mostInSlot).map((callback) => (
                <WeekItem key={callback.id} {...{ callback, reading, onChoose, onOpen }} />
              ))}
              {inSlot.length > mostInSlot ? (
                <span className="px-1.5 text-small text-muted">{t('inbox.more', { count: inSlot.length - mostInSlot })}</span>
              ) : null}
            </WeekSlot>
          )
        }),
      ])}
    </div>
  )
}

function bringInSight(hour: HTMLElement | null): void {
  hour?.scrollIntoView({ block: 'center' })
}
