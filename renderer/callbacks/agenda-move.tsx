import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Callback } from '../../shared/callbacks/callback.ts'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { SidePanel } from '../ui/side-panel.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { WideButton } from '../ui/wide-button.tsx'
import { type Reading, whoText } from './agenda-words.ts'
import { laterBy, tomorrowSameTime } from './moved-time.ts'
import { saidHere } from './said-time.ts'
import { TimeField } from './time-field.tsx'
import { useTimeEntry } from './use-time-entry.ts'

interface AgendaMoveProps {
  readonly callback: Callback
  readonly reading: Reading
  readonly rules: Settings['callbacks']
  readonly onMove: (to: PromisedTime, reason: string) => void
  readonly onClose: () => void
}

/** Another time was agreed: the usual ones at a key, any other in words. */
export function AgendaMove({ callback, reading, rules, onMove, onClose }: AgendaMoveProps) {
  const [reason, setReason] = useState('')
  const { t } = useTranslation()
  const { due } = callback
  const [theirZones] = useState([due.zone])
  const entry = useTimeEntry({ theirZones, areTheirs: true, rules, now: reading.now })
  const { time } = entry
  const usual = [
    { label: t('agenda.by15'), to: laterBy(due, 15, reading.now) },
    { label: t('agenda.by60'), to: laterBy(due, 60, reading.now) },
    { label: t('agenda.sameTomorrow'), to: tomorrowSameTime(due, reading.now) },
  ]
  const move = (to: PromisedTime) => onMove(to, reason.trim())
  return (
    <SidePanel title={t('agenda.moveTo', { who: whoText(t, callback) })} closeLabel={t('agenda.close')} onClose={onClose}>
      <section
        aria-label={t('agenda.another')}
        className="flex flex-col gap-2.5"
        onKeyDown={({ key, target }) => {
          const chosen = target instanceof HTMLInputElement ? undefined : usual[Number(key) - 1]
          if (chosen) move(chosen.to)
        }}
      >
        <p className="text-note text-muted">{t('agenda.moveWhy')}</p>
        <div className="flex flex-col gap-2">
          {usual.map(({ label, to }, index) => (
            <WideButton
              key={label}
              label={`${label}: ${saidHere(to, reading)}`}
              cap={String(index + 1)}
              autoFocus={index === 0}
              onPress={() => move(to)}
            />
          ))}
        </div>
        <TimeField entry={entry} label={t('agenda.another')} />
        <TextInput label={t('agenda.reason')} value={reason} onChange={setReason} maxLength={500} />
        {time ? <WideButton look="main" label={t('agenda.doMove')} onPress={() => move(time)} /> : null}
      </section>
    </SidePanel>
  )
}
