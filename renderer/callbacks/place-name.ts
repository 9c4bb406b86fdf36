/** What people call a zone: its city, or the distance from UTC when only that was said. */
export function placeName(zone: string): string {
  if (/^[+-]/.test(zone)) return `UTC${zone}`
  return zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ')
}
