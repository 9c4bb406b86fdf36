import { zonesOf } from './known-zones.ts'
import { rulesName } from './zone-rules.ts'

/** Where most people of a country with several zones live, the most first; alone in its row, it is where nearly all do. */
const mainZones: Readonly<Record<string, readonly string[]>> = {
  AR: ['America/Argentina/Buenos_Aires'],
  AU: ['Australia/Sydney', 'Australia/Brisbane', 'Australia/Perth', 'Australia/Adelaide', 'Australia/Darwin'],
  BR: ['America/Sao_Paulo', 'America/Manaus', 'America/Rio_Branco'],
  CA: [
    'America/Toronto',
    'America/Vancouver',
    'America/Edmonton',
    'America/Winnipeg',
    'America/Regina',
    'America/Halifax',
    'America/St_Johns',
  ],
  CD: ['Africa/Kinshasa', 'Africa/Lubumbashi'],
  CL: ['America/Santiago'],
  CN: ['Asia/Shanghai'],
  CY: ['Asia/Nicosia'],
  DE: ['Europe/Berlin'],
  EC: ['America/Guayaquil'],
  ES: ['Europe/Madrid'],
  GL: ['America/Nuuk'],
  ID: ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'],
  KZ: ['Asia/Almaty'],
  MN: ['Asia/Ulaanbaatar'],
  MX: ['America/Mexico_City', 'America/Tijuana', 'America/Hermosillo', 'America/Cancun'],
  MY: ['Asia/Kuala_Lumpur'],
  NZ: ['Pacific/Auckland'],
  PG: ['Pacific/Port_Moresby'],
  PT: ['Europe/Lisbon'],
  RU: [
    'Europe/Moscow',
    'Asia/Yekaterinburg',
    'Europe/Samara',
    'Asia/Novosibirsk',
    'Asia/Omsk',
    'Asia/Irkutsk',
    'Asia/Vladivostok',
    'Europe/Kaliningrad',
  ],
  UA: ['Europe/Kyiv'],
  US: [
    'America/New_York',
    'America/Chicago',
    'America/Los_Angeles',
    'America/Denver',
    'America/Phoenix',
    'America/Anchorage',
    'Pacific/Honolulu',
  ],
  UZ: ['Asia/Tashkent'],
}

/** The zones somebody in this country may mean, the likeliest first: one when it goes without asking. */
export function zonesOfCountry(country: string): readonly string[] {
  const main = mainZones[country] ?? []
  return main.length === 1 ? main : withoutTwins([...main, ...zonesOf(country)])
}

/** Zones whose clocks always agree are one: the first of them stands for all. */
export function withoutTwins(zones: readonly string[]): readonly string[] {
  const year = Temporal.Now.plainDateISO('UTC').year
  const byRules = new Map<string, string>()
  for (const zone of zones) {
    const rules = rulesName([zone], year)
    if (!byRules.has(rules)) byRules.set(rules, zone)
  }
  return [...byRules.values()]
}
