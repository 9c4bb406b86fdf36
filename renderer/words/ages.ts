/** As short as it can be said, such as `12s` or `4m`; never negative, whatever the clocks do. */
export function ageText(milliseconds: number, locale: string): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  if (seconds < 60) return unitText(seconds, 'second', locale)
  if (seconds < 3600) return unitText(Math.floor(seconds / 60), 'minute', locale)
  if (seconds < 86_400) return unitText(Math.floor(seconds / 3600), 'hour', locale)
  return unitText(Math.floor(seconds / 86_400), 'day', locale)
}

function unitText(value: number, unit: string, locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'narrow' }).format(value)
}
