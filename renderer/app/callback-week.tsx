import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback, CallbackId } from '../../shared/callbacks/callback.ts'
import { type Reading, whoText } from '../callbacks/agenda-words.ts'
import { bewareOf } from '../callbacks/beware-of.ts'
import { onDay } from '../callbacks/moved-time.ts'
import { dayText, weekDays } from '../callbacks/week-days.ts'
import { WeekGrid } from '../callbacks/week-grid.tsx'
import { WeekStrip } from '../callbacks/week-strip.tsx'
import { useReadable } from '../ui/use-readable.ts'
import { WideButton } from '../ui/wide-button.tsx'
import type { Steadyline } from './steadyline.ts'
import { watching } from './use-agenda.ts'
import type { AgendaDeeds } from './use-agenda-verbs.ts'

interface CallbackWeekProps {
  readonly steadyline: Steadyline
  readonly reading: Reading
  readonly deeds: AgendaDeeds
  readonly isWide: boolean
  readonly onChoose: (callback: Callback) => void
  readonly onOpen: (callback: Callback) => void
  readonly onList: () => void
}

/** A week of promises; one that is dragged to another time is agreed anew, and can be put back. */
export function CallbackWeek({ steadyline, reading, deeds, isWide, onChoose, onOpen, onList }: CallbackWeekProps) {
  const [weeks, setWeeks] = useState(0)
  const [found, setFound] = useState<{ readonly week: number; readonly callbacks: readonly Callback[] }>()
  const settings = useReadable(steadyline.mirror).settings.callbacks
  const { store } = steadyline.callbacks
  const { t } = useTranslation()
  const days = weekDays(reading.now, weeks, reading.ownZone)
  const from = days[0]?.from ?? 0
  const to = days[6]?.to ?? 0
  const callbacks = found?.callbacks ?? []
  const inOrder = callbacks.filter(({ due }) => due.at >= from && due.at < to).toSorted((one, other) => one.due.at - other.due.at)
  const move = (id: CallbackId, date: string, hour: number | null) => {
    const callback = callbacks.find((candidate) => candidate.id === id)
    if (!callback) return
    const { time, clocks } = onDay(callback.due, date, hour, reading.ownZone)
    if (time.at === callback.due.at) return
    if (time.at <= Date.now()) deeds.tell({ said: t('agenda.past', { who: whoText(t, callback) }), ...justSaid })
    else
      deeds
        .verbsOf(callback)
        .move?.(time, '', bewareOf(t, callback, { time, clocks, others: callbacks, hours: settings, reading }))
  }

  useEffect(
    () => watching(store.watchBetween(from, to), (those) => those && setFound({ week: from, callbacks: those })),
    [store, from, to],
  )

  return (
    <>
      <header className="flex flex-none flex-wrap items-center justify-between gap-2 px-3.5 pt-3 pb-2">
        <h1 className="text-caller font-semibold">
          {t('agenda.weekOf', { day: dayText(days[0]?.date ?? '', reading.locale, 'short') })}
        </h1>
        <div className="flex gap-1.5">
          <WideButton label={t('agenda.weekBefore')} onPress={() => setWeeks(weeks - 1)} />
          {weeks === 0 ? null : <WideButton label={t('agenda.thisWeek')} onPress={() => setWeeks(0)} />}
          <WideButton label={t('agenda.weekAfter')} onPress={() => setWeeks(weeks + 1)} />
        </div>
        <p className="w-full text-small text-muted">{t('agenda.weekHint')}</p>
      </header>
      {isWide ? (
        <WeekGrid
          key={found?.week}
          {...{ days, reading, onChoose, onOpen }}
          callbacks={inOrder}
          callingHours={settings}
          onMove={move}
        />
      ) : (
        <WeekStrip {...{ days, reading, onChoose, onOpen }} callbacks={inOrder} onMove={(id, date) => move(id, date, null)} />
      )}
      <div className="flex flex-none flex-col border-t border-line bg-surface px-3.5 py-2.5">
        <WideButton label={t('agenda.list')} cap="Esc" shortcut="Escape" onPress={onList} />
      </div>
    </>
  )
}

const justSaid = { isTrouble: false, undo: undefined, number: null } as const
