export function megabytesText(bytes: number, locale: string): string {
  const megabytes = Math.floor(bytes / (1024 * 1024))
  return new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte' }).format(megabytes)
}
