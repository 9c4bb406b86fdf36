import type { Callback } from '../../shared/callbacks/callback.ts'
import { isOverdue } from './agenda-filter.ts'

export type SectionName = 'overdue' | 'today' | 'tomorrow' | 'week' | 'later'

export interface AgendaSection {
  readonly name: SectionName
  readonly callbacks: readonly Callback[]
}

/** Open callbacks by the day of the reader's own calendar, in the order they came. */
export function agendaSections(callbacks: readonly Callback[], now: number, zone: string): readonly AgendaSection[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate()
  const dayStarts = (days: number) => today.add({ days }).toZonedDateTime(zone).epochMilliseconds
  const ends: readonly (readonly [SectionName, number])[] = [
    ['today', dayStarts(1)],
    ['tomorrow', dayStarts(2)],
    ['week', dayStarts(7)],
    ['later', Number.POSITIVE_INFINITY],
  ]
  const found = new Map<SectionName, Callback[]>()
  for (const callback of callbacks) {
    const name = isOverdue(callback, now) ? 'overdue' : (ends.find(([, end]) => callback.due.at < end)?.[0] ?? 'later')
    found.set(name, [...(found.get(name) ?? []), callback])
  }
  return (['overdue', 'today', 'tomorrow', 'week', 'later'] as const).flatMap((name) => {
    const own = found.get(name)
    return own ? [{ name, callbacks: own }] : []
  })
}
