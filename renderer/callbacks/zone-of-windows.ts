import { findIana } from 'windows-iana'
import { ownZone, presentName } from './known-zones.ts'

/** The zone that Windows, and so Outlook, calls by this name: of its many places the agent's own, or else the best known; null for other names. */
export function zoneOfWindows(name: string, here: string = ownZone()): string | null {
  const zones = findIana(name).map(presentName)
  return zones.includes(here) ? here : (zones[0] ?? null)
}
