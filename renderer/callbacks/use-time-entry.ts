import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { isCallable } from './calling-hours.ts'
import { ownZone } from './known-zones.ts'
import { parseTime, type TimeReading } from './parse-time.ts'

export interface TimeEntryContext {
  /** Where the person may be, the likeliest first. */
  readonly theirZones: readonly string[]
  /** False where that is only a guess by where the agent is. */
  readonly areTheirs: boolean
  readonly rules: Pick<Settings['callbacks'], 'callFrom' | 'callTo' | 'horizonDays'>
  /** Wall clock, ms since 1970. */
  readonly now: number
}

/** What stands against a time that was understood; only `hours` may be overridden, by hand. */
export type Objection = 'past' | 'tooFar' | 'hours'

export interface TimeEntry {
  readonly text: string
  readonly type: (text: string) => void
  readonly reading: TimeReading
  /** The one moment that is meant, whatever stands against it; null until there is one. */
  readonly meant: PromisedTime | null
  readonly objection: Objection | null
  /** What may be promised: meant, and nothing stands against it. */
  readonly time: PromisedTime | null
  readonly pick: (time: PromisedTime) => void
  readonly allow: () => void
  /** Where the person is, as chosen or as guessed. */
  readonly zone: string
  /** Their number or the agent said so. */
  readonly isZoneKnown: boolean
  readonly chooseZone: (zone: string) => void
  readonly ownZone: string
  readonly now: number
  readonly rules: TimeEntryContext['rules']
}

const dayMs = 24 * 60 * 60 * 1000

/** A time as it is typed, asked about and settled. "In 20 min" counts from when it was typed. */
export function useTimeEntry({ theirZones, areTheirs, rules, now }: TimeEntryContext): TimeEntry {
  const { i18n } = useTranslation()
  const [{ text, typedAt }, setTyped] = useState({ text: '', typedAt: now })
  const [picked, setPicked] = useState<PromisedTime | null>(null)
  const [allowed, setAllowed] = useState<number | null>(null)
  const [chosenZone, setChosenZone] = useState<string | null>(null)
  const monthFirst = i18n.language === 'en-US'
  const zones = useMemo(() => (chosenZone === null ? theirZones : [chosenZone]), [chosenZone, theirZones])
  const reading = useMemo(
    () => parseTime(text, { now: typedAt, ownZone: ownZone(), theirZones: zones, hours: rules, monthFirst }),
    [text, typedAt, zones, rules, monthFirst],
  )
  const zone = chosenZone ?? zones[0] ?? ownZone()
  const meant = picked ?? (reading.kind === 'understood' ? reading.time : null)
  const objection = meant && meant.at !== allowed ? objectionTo(meant, picked?.zone ?? zone, rules, now) : null
  return {
    text,
    type(next) {
      setTyped({ text: next, typedAt: now })
      setPicked(null)
      setAllowed(null)
    },
    reading,
    meant,
    objection,
    time: objection === null ? meant : null,
    pick: setPicked,
    allow: () => setAllowed(meant?.at ?? null),
    zone: picked && zones.includes(picked.zone) ? picked.zone : zone,
    isZoneKnown: chosenZone !== null || (areTheirs && (zones.length === 1 || picked !== null)),
    chooseZone(next) {
      setChosenZone(next)
      setPicked(null)
    },
    ownZone: ownZone(),
    now,
    rules,
  }
}

function objectionTo({ at }: PromisedTime, zone: string, rules: TimeEntryContext['rules'], now: number): Objection | null {
  if (at <= now) return 'past'
  if (at > now + rules.horizonDays * dayMs) return 'tooFar'
  return isCallable(at, zone, rules) ? null : 'hours'
}
