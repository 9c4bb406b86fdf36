import numberZones from 'virtual:number-zones'
import { parsePhoneNumberFromString } from 'libphonenumber-js/min'
import { ownZone, presentName } from './known-zones.ts'
import { withoutTwins, zonesOfCountry } from './zones-of-country.ts'

export interface ZoneGuess {
  /** The likeliest first; one when it goes without asking. */
  readonly zones: readonly string[]
  /** Whether the number says it, or it is only where the agent is. */
  readonly by: 'number' | 'agent'
}

/** Where somebody with this number most likely is, by its area or else its country; the agent's own zone when neither tells. */
export function zoneForNumber(number: string, here: string = ownZone()): ZoneGuess {
  const phone = parsePhoneNumberFromString(number)
  if (phone === undefined) return { zones: [here], by: 'agent' }
  const { country, countryCallingCode, nationalNumber } = phone
  const ofCountry = country === undefined ? [] : zonesOfCountry(country)
  const ofArea = zonesOfArea(countryCallingCode, nationalNumber)
  const likely = ofCountry.filter((zone) => ofArea.includes(zone))
  const isSettled = ofArea.length === 0 || (ofCountry.length === 1 && likely.length === 1)
  const zones = isSettled ? ofCountry : withoutTwins([...likely, ...ofArea])
  return zones.length > 0 ? { zones, by: 'number' } : { zones: [here], by: 'agent' }
}

/** Mobile phones of countries with several zones: the table puts them where most people live, and they are everywhere. */
const mobilePhones = /^(?:614|628|79)/

/** Zones of the longest beginning that is known, when that says more than the calling code does. */
function zonesOfArea(callingCode: string, national: string): readonly string[] {
  if (mobilePhones.test(callingCode + national)) return []
  for (let length = national.length; length > 0; length--) {
    const zones = numberZones[callingCode + national.slice(0, length)]
    if (zones !== undefined) return zones.split('&').map(presentName)
  }
  return []
}
