/** In kilobytes below one megabyte, and to a tenth of a megabyte above. */
export function sizeText(bytes: number, locale: string): string {
  const mebi = 1024 * 1024
  const [value, unit, digits] = bytes < mebi ? [Math.ceil(bytes / 1024), 'kilobyte', 0] : [bytes / mebi, 'megabyte', 1]
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: digits }).format(value)
}

export function megabytesText(bytes: number, locale: string): string {
  const megabytes = Math.floor(bytes / (1024 * 1024))
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte' }).format(megabytes)
}
