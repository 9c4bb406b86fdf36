import type { TFunction } from 'i18next'
import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import { type Reading, whoText } from './agenda-words.ts'
import { type CallingHours, isCallable } from './calling-hours.ts'
import { conflictsWith } from './conflicts-with.ts'
import type { TimeOnDay } from './moved-time.ts'
import { saidInLine } from './said-in-line.ts'

interface NewTime extends TimeOnDay {
  /** What else is promised about then. */
  readonly others: readonly Callback[]
  readonly hours: CallingHours
  readonly reading: Reading
}

/** What speaks against a time that a callback is moved to; none of it forbids the move. */
export function bewareOf(t: TFunction, { id }: Callback, { time, clocks, others, hours, reading }: NewTime): readonly string[] {
  const open = others.filter((other) => other.id !== id && isOpen(other))
  return [
    ...(clocks === 'only' ? [] : [t(`agenda.beware.${clocks}`)]),
    ...(isCallable(time.at, time.zone, hours) ? [] : [t('agenda.beware.hours')]),
    ...conflictsWith(time, open).map((other) =>
      t('agenda.beware.conflict', { who: whoText(t, other), time: saidInLine(other.due, reading) }),
    ),
  ]
}
