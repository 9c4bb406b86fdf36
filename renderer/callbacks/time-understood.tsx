import { useTranslation } from 'react-i18next'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { WideButton } from '../ui/wide-button.tsx'
import { unreadWords } from './parse-time.ts'
import { placeName } from './place-name.ts'
import { clockOf } from './said-time.ts'
import { choiceText } from './time-words.ts'
import type { TimeEntry } from './use-time-entry.ts'

interface TimeUnderstoodProps {
  readonly entry: TimeEntry
  readonly onPick: (time: PromisedTime) => void
  readonly onAllow: () => void
}

/** What was read of the words, and what is still to be asked. */
export function TimeUnderstood({ entry, onPick, onAllow }: TimeUnderstoodProps) {
  const { t, i18n } = useTranslation()
  const { reading, objection, meant, rules } = entry
  const note = 'text-note text-muted'
  if (entry.text.trim() === '') return <p className={note}>{t('promising.hint')}</p>
  if (reading.kind === 'nothing') return <p className={note}>{t('promising.nothing')}</p>
  const readWords = reading.parts.filter(({ isRead }) => isRead).map(({ text }) => text.trim().replace(/\s+/g, ' '))
  const unread = unreadWords(reading.parts)
  const words = readWords.join(' ')
  if (reading.kind === 'noTime') return <p className={note}>{t('promising.noTime', { words })}</p>
  const clocks = { now: entry.now, locale: i18n.language, ownZone: entry.ownZone, theirZone: entry.zone }
  const isAsking = reading.kind === 'asks' && meant === null
  return (
    <>
      {unread.length > 0 ? <p className="text-note text-warn">{t('promising.unread', { words: unread.join(', ') })}</p> : null}
      {isAsking ? (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="pb-1 font-semibold">{t(`promising.ask.${reading.about}`, { words })}</legend>
          {reading.choices.map((time) => (
            <WideButton
              key={`${time.at} ${time.zone}`}
              label={choiceText(t, time, reading.about, clocks)}
              onPress={() => onPick(time)}
            />
          ))}
        </fieldset>
      ) : null}
      {objection === 'past' ? <p className="text-note text-danger">{t('promising.past')}</p> : null}
      {objection === 'tooFar' ? (
        <p className="text-note text-danger">{t('promising.tooFar', { days: rules.horizonDays })}</p>
      ) : null}
      {objection === 'hours' && meant ? (
        <>
          <p className="text-note font-medium text-warn">
            {t('promising.hours', {
              time: choiceText(t, meant, 'past', clocks),
              place: placeName(entry.zone),
              from: clockOf(`1970-01-01T${rules.callFrom}`, i18n.language),
              to: clockOf(`1970-01-01T${rules.callTo}`, i18n.language),
            })}
          </p>
          <WideButton label={t('promising.anyway')} onPress={onAllow} />
        </>
      ) : null}
    </>
  )
}
