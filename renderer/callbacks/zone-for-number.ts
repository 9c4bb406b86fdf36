import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { ownZone } from './known-zones.ts'
import { zonesOfCountry } from './zones-of-country.ts'

export interface ZoneGuess {
  /** The likeliest first; one when it goes without asking. */
  readonly zones: readonly string[]
  /** Whether the number says it, or it is only where the agent is. */
  readonly by: 'number' | 'agent'
}

/** Where somebody with this number most likely is; the agent's own zone when the number does not tell. */
export function zoneForNumber(number: string, here: string = ownZone()): ZoneGuess {
  const country = parsePhoneNumberFromString(number)?.country
  const zones = country === undefined ? [] : zonesOfCountry(country)
  return zones.length > 0 ? { zones, by: 'number' } : { zones: [here], by: 'agent' }
}
