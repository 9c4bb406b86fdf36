import type { PromisedTime } from '../../shared/callbacks/promised-time.ts'
import { zoneRules } from './zone-rules.ts'

/**
 * What a wall time is in a zone: one moment, two when clocks are put back over it, or none when they are put forward over it.
 *
 * A skipped time is near to two real ones: what it would be if the clocks were not changed yet, and if they already were.
 */
export type Resolved =
  | { readonly kind: 'only'; readonly time: PromisedTime }
  | { readonly kind: 'overlap'; readonly first: PromisedTime; readonly second: PromisedTime }
  | { readonly kind: 'gap'; readonly before: PromisedTime; readonly after: PromisedTime }

/** Throws a RangeError when there is no such date, time or zone. */
export function resolve(wall: string, zone: string): Resolved {
  const plain = Temporal.PlainDateTime.from(wall, { overflow: 'reject' }).round({ smallestUnit: 'minute', roundingMode: 'trunc' })
  const earlier = plain.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = plain.toZonedDateTime(zone, { disambiguation: 'later' })
  const time = (moment: Temporal.ZonedDateTime, fold: PromisedTime['fold']): PromisedTime => ({
    wall: wallOf(moment),
    zone,
    fold,
    at: moment.epochMilliseconds,
    rules: zoneRules(),
  })
  if (earlier.epochMilliseconds === later.epochMilliseconds) return { kind: 'only', time: time(earlier, 'only') }
  if (earlier.toPlainDateTime().equals(plain))
    return { kind: 'overlap', first: time(earlier, 'first'), second: time(later, 'second') }
  return { kind: 'gap', before: promisedAt(earlier.epochMilliseconds, zone), after: promisedAt(later.epochMilliseconds, zone) }
}

/** The minute that holds this instant, as it is said in a zone. */
export function promisedAt(at: number, zone: string): PromisedTime {
  const resolved = resolve(wallOf(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone)), zone)
  switch (resolved.kind) {
    case 'only':
      return resolved.time
    case 'overlap':
      return at < resolved.second.at ? resolved.first : resolved.second
    case 'gap':
      throw new Error('an instant has a wall time that does not exist')
  }
}

/** What the rules of today make of a time that was promised under others; null when it is the same moment. */
export function reResolved(time: PromisedTime, rules: string = zoneRules()): PromisedTime | null {
  if (time.rules === rules) return null
  const resolved = resolve(time.wall, time.zone)
  const moment = momentOf(resolved, time.fold)
  const fold = resolved.kind === 'overlap' ? moment.fold : 'only'
  return moment.at === time.at ? null : { ...time, fold, at: moment.at, rules }
}

/** A wall time that is skipped now is when the clocks have been changed; one that comes twice now is the first of them. */
function momentOf(resolved: Resolved, fold: PromisedTime['fold']): PromisedTime {
  switch (resolved.kind) {
    case 'only':
      return resolved.time
    case 'overlap':
      return fold === 'second' ? resolved.second : resolved.first
    case 'gap':
      return resolved.after
  }
}

function wallOf(moment: Temporal.ZonedDateTime): string {
  return moment.toPlainDateTime().toString({ smallestUnit: 'minute' })
}
