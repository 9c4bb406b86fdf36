import ICAL from 'ical.js'

/** The changes of a zone's clocks between two instants, as the calendar standard writes them (RFC 5545, 3.6.5). */
export function icsZone(zone: string, from: number, to: number): ICAL.Component {
  const component = new ICAL.Component('vtimezone')
  component.updatePropertyWithValue('tzid', zone)
  const start = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone)
  const last = start.getTimeZoneTransition('previous')
  // Before 1970 clocks were off by seconds, which the standard has no place for.
  const first = last && last.epochMilliseconds > 0 ? last : null
  component.addSubcomponent(
    first ? observance(first) : observanceOf('standard', '1970-01-01T00:00:00', start.offset, start.offset),
  )
  for (
    let next = start.getTimeZoneTransition('next');
    next && next.epochMilliseconds <= to;
    next = next.getTimeZoneTransition('next')
  )
    component.addSubcomponent(observance(next))
  return component
}

function observance(transition: Temporal.ZonedDateTime): ICAL.Component {
  const before = transition.subtract({ nanoseconds: 1 })
  const isForward = transition.offsetNanoseconds > before.offsetNanoseconds
  // Not by the name of the offset: Monrovia's had seconds until 1972, and no zone is named so.
  const onset = transition.toInstant().add({ nanoseconds: before.offsetNanoseconds }).toZonedDateTimeISO('UTC').toPlainDateTime()
  const wall = onset.toString({ smallestUnit: 'second' })
  return observanceOf(isForward ? 'daylight' : 'standard', wall, before.offset, transition.offset)
}

/** `onset` is the wall time in the offset that ends then. */
function observanceOf(name: 'standard' | 'daylight', onset: string, offsetFrom: string, offsetTo: string): ICAL.Component {
  const component = new ICAL.Component(name)
  component.updatePropertyWithValue('dtstart', ICAL.Time.fromDateTimeString(onset))
  component.updatePropertyWithValue('tzoffsetfrom', ICAL.UtcOffset.fromString(offsetFrom.slice(0, 6)))
  component.updatePropertyWithValue('tzoffsetto', ICAL.UtcOffset.fromString(offsetTo.slice(0, 6)))
  return component
}
