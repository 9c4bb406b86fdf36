import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { type Callback, type CallbackId, isOpen } from '../../shared/callbacks/callback.ts'
import type { Reading } from './agenda-words.ts'
import { wallIn } from './said-time.ts'
import { dayText, type WeekDay, weekdayText } from './week-days.ts'
import { WeekItem } from './week-item.tsx'
import { WeekSlot } from './week-slot.tsx'

interface WeekStripProps {
  readonly days: readonly WeekDay[]
  readonly callbacks: readonly Callback[]
  readonly reading: Reading
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
  readonly onMove: (id: CallbackId, date: string) => void
}

/** Seven days in a strip, and the chosen one below: a week for a narrow window. */
export function WeekStrip({ days, callbacks, reading, onChoose, onOpen, onMove }: WeekStripProps) {
  const { now, locale, ownZone } = reading
  const [chosen, setChosen] = useState<string | null>(null)
  const { t } = useTranslation()
  const today = wallIn(ownZone, now).slice(0, 10)
  const shown = days.find(({ date }) => date === chosen) ?? days.find(({ date }) => date === today) ?? days[0]
  const on = ({ from, to }: WeekDay) => callbacks.filter(({ due }) => due.at >= from && due.at < to)
  const ofShown = shown ? on(shown) : []
  return (
    <>
      <div className="grid flex-none grid-cols-7 border-y border-line">
        {days.map((day) => {
          const open = on(day).filter(isOpen).length
          const isShown = day === shown
          return (
            <WeekSlot
              key={day.date}
              label={dayText(day.date, locale, 'long')}
              isPast={day.date < today}
              className="border-line not-first:border-s"
              onTake={(id) => onMove(id, day.date)}
            >
              <Button
                aria-pressed={isShown}
                onPress={() => setChosen(day.date)}
                className={`flex min-h-14 w-full flex-col items-center justify-center px-0.5 py-1 text-center text-small leading-tight -outline-offset-2 ${isShown ? 'bg-accent-soft font-semibold text-accent' : 'text-muted hover:bg-sunken'}`}
              >
                <span>{weekdayText(day.date, locale)}</span>
                <span className="tabular-nums">{Number(day.date.slice(8))}</span>
                <span className="font-semibold tabular-nums">{open > 0 ? open : '–'}</span>
              </Button>
            </WeekSlot>
          )
        })}
      </div>
      <div className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto p-3.5">
        {ofShown.length === 0 ? <p className="py-6 text-center text-muted">{t('agenda.dayEmpty')}</p> : null}
        {ofShown.map((callback) => (
          <WeekItem key={callback.id} {...{ callback, reading, onChoose, onOpen }} />
        ))}
      </div>
    </>
  )
}
