/** Chromium lists some zones by a name their people no longer use; it understands both. */
const nowCalled: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

let zones: readonly string[] | null = null

/** Every zone of the world by its present name, in order of the alphabet. */
export function knownZones(): readonly string[] {
  zones ??= Intl.supportedValuesOf('timeZone').map(presentName).sort()
  return zones
}

/** All zones of a country such as `EE`; none when there is no such country. */
export function zonesOf(country: string): readonly string[] {
  return (new Intl.Locale(`und-${country}`).getTimeZones() ?? []).map(presentName)
}

/** The zone of this machine. */
export function ownZone(): string {
  return presentName(new Intl.DateTimeFormat().resolvedOptions().timeZone)
}

/** The name its people use now. */
export function presentName(zone: string): string {
  return nowCalled[zone] ?? zone
}
