/** `mm:ss`, and `h:mm:ss` from the first hour on. */
export function clockText(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  const pair = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${pair(Math.floor(seconds / 60) % 60)}:${pair(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** To the second, as on the agent's wall. */
export function timeText(wall: number, locale: string): string {
  return dateTimeFormat(locale, { timeStyle: 'medium' }).format(wall)
}

const day = 24 * 60 * 60 * 1000

/** As short as its age allows: the time today, the weekday this week, then the date. */
export function whenText(wall: number, now: number, locale: string): string {
  if (new Date(wall).toDateString() === new Date(now).toDateString())
    return dateTimeFormat(locale, { timeStyle: 'short' }).format(wall)
  if (now - wall < 6 * day) return dateTimeFormat(locale, { weekday: 'short', hour: 'numeric', minute: '2-digit' }).format(wall)
  const year = new Date(wall).getFullYear() === new Date(now).getFullYear() ? {} : ({ year: 'numeric' } as const)
  return dateTimeFormat(locale, { day: 'numeric', month: 'short', ...year }).format(wall)
}

export function fullTimeText(wall: number, locale: string): string {
  return dateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(wall)
}

/** In the order that sorts and fit for a file's name, such as `2026-11-21-1403`. */
export function dayAndMinute(wall: number): string {
  return dateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short' }).format(wall).replace(':', '').replace(' ', '-')
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** As `Intl` makes it, made once for each look. */
export function dateTimeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options)
  formats.set(key, known)
  return known
}
