/**
 * A moment two people agreed on, as it was said: a wall time in a place. The instant follows from it by the zone's rules,
 * which governments change, so the wall time and the place are the promise and `at` is what the rules made of it.
 */
export interface PromisedTime {
  /** ISO 8601 without zone and seconds, such as `2026-11-27T10:30`. */
  readonly wall: string
  /** IANA zone, such as `Europe/Tallinn`, or the distance from UTC when only that was said, such as `+02:00`. */
  readonly zone: string
  /** Which one is meant of a wall time that comes twice, when clocks are put back; `only` for all others. */
  readonly fold: 'only' | 'first' | 'second'
  /** Ms since 1970. */
  readonly at: number
  /** Names the zone rules that `at` was computed with; another name means it has to be computed again. */
  readonly rules: string
}

/** The same words were agreed on, whatever the rules make of them. */
export function isSameTime(one: PromisedTime, other: PromisedTime): boolean {
  return one.wall === other.wall && one.zone === other.zone && one.fold === other.fold
}
