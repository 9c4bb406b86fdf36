/** How far ahead promises are looked at, in years from the beginning of this one: the name stays the same all year. */
const yearsAhead = 4

let known: string | null = null

/**
 * A short name for everything this browser knows of clocks being changed in the coming years.
 *
 * A page is not told the version of its zone data, so the data itself is what is named: another name means other rules. It is
 * worked out once, in about 12 ms; keep the first call out of a frame somebody waits for.
 */
export function zoneRules(): string {
  known ??= rulesName(Intl.supportedValuesOf('timeZone'), Temporal.Now.plainDateISO('UTC').year)
  return known
}

/** The name of the rules of these zones from a year on; zones whose clocks always agree have the same. */
export function rulesName(zones: readonly string[], year: number): string {
  let hash = 0x811c9dc5
  for (const zone of zones)
    for (const letter of changesOf(zone, year).join()) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193)
  return `${year}-${(hash >>> 0).toString(16).padStart(8, '0')}`
}

function changesOf(zone: string, year: number): readonly string[] {
  const from = Temporal.PlainDate.from({ year, month: 1, day: 1 }).toZonedDateTime('UTC')
  const until = from.add({ years: yearsAhead }).epochMilliseconds
  const changes: string[] = []
  let moment: Temporal.ZonedDateTime | null = from.withTimeZone(zone)
  while (moment !== null && moment.epochMilliseconds < until) {
    changes.push(`${moment.epochMilliseconds}${moment.offset}`)
    moment = moment.getTimeZoneTransition('next')
  }
  return changes
}
