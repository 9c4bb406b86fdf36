/** How a report writes times, lengths and money. */
export interface ReportForms {
  /** To the second, with the offset from UTC: `21 November 2026 at 14:03:22 GMT+2`. */
  dayAndTime(wall: number): string
  time(wall: number): string
  length(milliseconds: number): string
  /** Without a currency, the number alone. */
  amount(amount: number, currency: string | null): string
}

export function reportForms(locale: string, zone: string): ReportForms {
  const clock = {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'shortOffset',
  } as const
  const dayAndTime = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', ...clock })
  const time = new Intl.DateTimeFormat(locale, clock)
  const unit = (of: 'minute' | 'second') => new Intl.NumberFormat(locale, { style: 'unit', unit: of, unitDisplay: 'narrow' })
  return {
    dayAndTime: (wall) => dayAndTime.format(wall),
    time: (wall) => time.format(wall),
    length(milliseconds) {
      const seconds = Math.floor(milliseconds / 1000)
      return `${unit('minute').format(Math.floor(seconds / 60))} ${unit('second').format(seconds % 60)}`
    },
    amount: (amount, currency) =>
      new Intl.NumberFormat(locale, currency === null ? {} : { style: 'currency', currency }).format(amount),
  }
}
