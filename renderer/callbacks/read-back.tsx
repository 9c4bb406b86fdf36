import { useTranslation } from 'react-i18next'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { SayLine } from '../ui/say-line.tsx'
import { placeName } from './place-name.ts'
import { clockOf, wallIn } from './said-time.ts'
import { readBackText } from './time-words.ts'
import type { TimeEntry } from './use-time-entry.ts'

interface ReadBackProps {
  readonly time: PromisedTime
  readonly entry: Pick<TimeEntry, 'zone' | 'isZoneKnown' | 'ownZone' | 'now'>
}

/** The promise as it is said to the caller, and the clock of every place it has to do with. */
export function ReadBack({ time, entry }: ReadBackProps) {
  const { t, i18n } = useTranslation()
  const { now, ownZone, zone: theirZone, isZoneKnown } = entry
  const clocks = { now, locale: i18n.language, ownZone, theirZone, isZoneKnown }
  const places = [...new Set([time.zone, theirZone, ownZone])]
  const others = places.filter((zone, index) => {
    const wall = wallIn(zone, time.at)
    return places.findIndex((other) => wallIn(other, time.at) === wall) === index
  })
  return (
    <>
      <SayLine>{readBackText(t, time, clocks)}</SayLine>
      <ul aria-label={t('promising.clocks')} className="flex flex-wrap gap-x-4 text-note text-muted tabular-nums">
        {others.map((zone) => (
          <li key={zone}>
            {placeName(zone)} {clockOf(wallIn(zone, time.at), i18n.language)}
          </li>
        ))}
      </ul>
    </>
  )
}
