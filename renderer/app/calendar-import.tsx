import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { Reading } from '../callbacks/agenda-words.ts'
import { importPlan, needsZone } from '../callbacks/ics-import.ts'
import { mostEvents } from '../callbacks/ics-slices.ts'
import { ImportPlanReading } from '../callbacks/import-plan-reading.tsx'
import { knownZones } from '../callbacks/known-zones.ts'
import { PickList } from '../ui/pick-list.tsx'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { type CalendarFile, readCalendar } from './read-calendar.ts'
import type { Steadyline } from './steadyline.ts'
import type { AgendaNews } from './use-agenda-verbs.ts'

interface CalendarImportProps {
  readonly steadyline: Steadyline
  readonly reading: Reading
  readonly file: File
  readonly onClose: () => void
  readonly onTaken: (news: AgendaNews) => void
}

/** What a calendar would do to the callbacks, before it does it. */
export function CalendarImport({ steadyline, reading, file, onClose, onTaken }: CalendarImportProps) {
  const [share, setShare] = useState(0)
  const [calendar, setCalendar] = useState<CalendarFile | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [zone, setZone] = useState(reading.ownZone)
  const [now] = useState(() => Date.now())
  const [isTaking, setIsTaking] = useState(false)
  const { callbacks } = steadyline
  const { agenda } = callbacks.store
  const { t } = useTranslation()

  useEffect(() => {
    const stopping = new AbortController()
    void readCalendar(file, agenda, setShare, stopping.signal).then((read) => {
      if (stopping.signal.aborted) return
      if (read.ok) setCalendar(read.value)
      else setTrouble(t(`agenda.ics.${read.failure}`, { file: file.name }))
    })
    return () => stopping.abort()
  }, [file, agenda, t])

  const plan = calendar ? importPlan(calendar, calendar.known, zone, now) : null
  const asked = calendar?.events.filter(needsZone).length ?? 0
  const take = async () => {
    if (!plan) return
    setIsTaking(true)
    const kept = await callbacks.adopt(plan.callbacks)
    setIsTaking(false)
    if (!kept.ok) return setTrouble(t('agenda.notKept'))
    const said = t('agenda.said.taken', { count: plan.callbacks.length })
    onTaken({ said, isTrouble: false, undo: () => void takeBack(plan.callbacks), number: null })
  }

  const takeBack = async (taken: readonly Callback[]) => {
    const back = await callbacks.disown(taken, calendar?.known ?? new Map())
    const said = t(back.ok ? 'agenda.said.givenBack' : 'agenda.notKept')
    onTaken({ said, isTrouble: !back.ok, undo: undefined, number: null })
  }

  return (
    <>
      <ScrollArea className="flex flex-1 flex-col gap-3 p-3.5">
        <header>
          <h1 className="text-caller font-semibold">{t('agenda.ics.title')}</h1>
          <p className="text-note text-muted">
            <bdi>{file.name}</bdi>
          </p>
        </header>
        {trouble ? (
          <p role="alert" className="rounded-card bg-danger-soft px-3.5 py-2.5 text-note font-medium">
            <bdi>{trouble}</bdi>
          </p>
        ) : null}
        {!calendar && !trouble ? (
          <p role="status" className="text-note text-muted tabular-nums">
            {t('agenda.ics.reading', { file: file.name, percent: Math.floor(share * 100) })}
          </p>
        ) : null}
        {asked > 0 ? (
          <section className="flex flex-col gap-1">
            <p className="text-note text-warn">{t('agenda.ics.zoneWhy', { count: asked })}</p>
            <PickList label={t('agenda.ics.zone')} value={zone} options={zoneOptions(reading.ownZone)} onChange={setZone} />
          </section>
        ) : null}
        {calendar?.isCut ? <p className="text-note text-warn">{t('agenda.ics.cut', { most: mostEvents })}</p> : null}
        {plan ? <ImportPlanReading plan={plan} reading={reading} /> : null}
      </ScrollArea>
      <div className="flex gap-2 border-t border-line bg-surface px-3.5 py-2.5 *:flex-1">
        <WideButton label={t('agenda.ics.cancel')} cap="Esc" shortcut="Escape" onPress={onClose} />
        <WideButton
          look="main"
          label={t('agenda.ics.take', { count: plan?.callbacks.length ?? 0 })}
          isDisabled={isTaking || !plan || plan.callbacks.length === 0}
          onPress={() => void take()}
        />
      </div>
    </>
  )
}

/** The reader's own first, then all this browser knows. */
function zoneOptions(own: string): readonly { readonly value: string; readonly label: string }[] {
  const zones = new Set([own, 'UTC', ...knownZones()])
  return [...zones].map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))
}
