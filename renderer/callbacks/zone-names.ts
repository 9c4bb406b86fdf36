import { folded } from '../words/folded.ts'
import { knownZones } from './known-zones.ts'
import { placeName } from './place-name.ts'
import { zonesOfCountry } from './zones-of-country.ts'

/** Letters people write for a zone, each with every place that may be meant by them, the likeliest first. */
const letters: Readonly<Record<string, readonly string[]>> = {
  UTC: ['UTC'],
  GMT: ['UTC'],
  WET: ['Europe/Lisbon'],
  WEST: ['Europe/Lisbon'],
  CET: ['Europe/Berlin'],
  CEST: ['Europe/Berlin'],
  EET: ['Europe/Helsinki'],
  EEST: ['Europe/Helsinki'],
  MSK: ['Europe/Moscow'],
  BST: ['Europe/London', 'Asia/Dhaka'],
  IST: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
  CDT: ['America/Chicago', 'America/Havana'],
  EST: ['America/New_York'],
  EDT: ['America/New_York'],
  ET: ['America/New_York'],
  CT: ['America/Chicago'],
  MT: ['America/Denver'],
  MST: ['America/Denver', 'America/Phoenix'],
  MDT: ['America/Denver'],
  PT: ['America/Los_Angeles'],
  PST: ['America/Los_Angeles', 'Asia/Manila'],
  PDT: ['America/Los_Angeles'],
  AKST: ['America/Anchorage'],
  HST: ['Pacific/Honolulu'],
  AST: ['America/Halifax', 'Asia/Riyadh'],
  JST: ['Asia/Tokyo'],
  KST: ['Asia/Seoul'],
  SGT: ['Asia/Singapore'],
  AEST: ['Australia/Brisbane', 'Australia/Sydney'],
  AEDT: ['Australia/Sydney'],
  AWST: ['Australia/Perth'],
  NZST: ['Pacific/Auckland'],
  NZDT: ['Pacific/Auckland'],
  UK: ['Europe/London'],
  US: zonesOfCountry('US'),
  USA: zonesOfCountry('US'),
}

/** Written small, these are other words. */
const onlyInCapitals = new Set(['ET', 'CT', 'MT', 'PT', 'WET', 'WEST', 'US'])

/** Cities that are no zone's name, and names that more than one place has. */
const moreNames: Readonly<Record<string, readonly string[]>> = {
  barcelona: ['Europe/Madrid'],
  bangalore: ['Asia/Kolkata'],
  beijing: ['Asia/Shanghai'],
  birmingham: ['Europe/London', 'America/Chicago'],
  boston: ['America/New_York'],
  california: ['America/Los_Angeles'],
  calcutta: ['Asia/Kolkata'],
  cambridge: ['Europe/London', 'America/New_York'],
  delhi: ['Asia/Kolkata'],
  'eastern time': ['America/New_York'],
  'central time': ['America/Chicago'],
  'mountain time': ['America/Denver'],
  'pacific time': ['America/Los_Angeles'],
  edinburgh: ['Europe/London'],
  florida: ['America/New_York'],
  frankfurt: ['Europe/Berlin'],
  geneva: ['Europe/Zurich'],
  georgia: ['Asia/Tbilisi', 'America/New_York'],
  hamburg: ['Europe/Berlin'],
  houston: ['America/Chicago'],
  kiev: ['Europe/Kyiv'],
  kingston: ['America/Jamaica', 'America/Toronto'],
  'la paz': ['America/La_Paz', 'America/Mazatlan'],
  london: ['Europe/London', 'America/Toronto'],
  manchester: ['Europe/London', 'America/New_York'],
  miami: ['America/New_York'],
  milan: ['Europe/Rome'],
  montreal: ['America/Toronto'],
  mumbai: ['Asia/Kolkata'],
  munich: ['Europe/Berlin'],
  'new delhi': ['Asia/Kolkata'],
  ottawa: ['America/Toronto'],
  perth: ['Australia/Perth', 'Europe/London'],
  portland: ['America/Los_Angeles', 'America/New_York'],
  saigon: ['Asia/Ho_Chi_Minh'],
  'san francisco': ['America/Los_Angeles'],
  'san jose': ['America/Los_Angeles', 'America/Costa_Rica'],
  santiago: ['America/Santiago', 'America/Santo_Domingo', 'Europe/Madrid'],
  seattle: ['America/Los_Angeles'],
  'st johns': ['America/St_Johns', 'America/Antigua'],
  tartu: ['Europe/Tallinn'],
  'tel aviv': ['Asia/Jerusalem'],
  texas: ['America/Chicago'],
  washington: ['America/New_York', 'America/Los_Angeles'],
}

/** Zones that are named like something else people say of a time. */
const otherWords = new Set(['center', 'easter', 'midway', 'wake', 'knox'])

let names: ReadonlyMap<string, readonly string[]> | null = null

/** Every zone a word or a few may stand for; undefined when they are no place. */
export function zonesNamed(words: string): readonly string[] | undefined {
  const short = words.toUpperCase()
  if (short in letters && (words === short || !onlyInCapitals.has(short))) return letters[short]
  names ??= new Map([...countryNames(), ...cityNames(), ...Object.entries(moreNames)])
  return names.get(plain(words))
}

function* cityNames(): Generator<readonly [string, readonly string[]]> {
  for (const zone of knownZones()) {
    const name = plain(placeName(zone))
    if (zone.includes('/') && !otherWords.has(name)) yield [name, [zone]]
  }
}

function* countryNames(): Generator<readonly [string, readonly string[]]> {
  const inEnglish = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const country of alphabet.flatMap((first) => alphabet.map((second) => first + second))) {
    const name = inEnglish.of(country)
    const zones = name === undefined ? [] : zonesOfCountry(country)
    if (name !== undefined && zones.length > 0) yield [plain(name), zones]
  }
}

function plain(words: string): string {
  return folded(words)
    .replace(/[.'’]/g, '')
    .replace(/[\s_-]+/g, ' ')
}
