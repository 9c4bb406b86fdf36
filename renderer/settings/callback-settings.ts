import type { Settings } from '../../shared/settings/settings.ts'
import { wholeNumber } from '../ui/number-input.tsx'

/** Bounds of the settings of the same names, in the order they are asked for. */
export const bounds = {
  leadMinutes: { least: 0, most: 120 },
  graceMinutes: { least: 0, most: 60 },
  handOverAfterMinutes: { least: 1, most: 24 * 60 },
  horizonDays: { least: 1, most: 730 },
  retries: { least: 0, most: 20 },
  retryAfterMinutes: { least: 1, most: 7 * 24 * 60 },
} as const

type NumberName = keyof typeof bounds
export const numberNames = Object.keys(bounds) as readonly NumberName[]
export const hourNames = ['callFrom', 'callTo'] as const

/** As somebody types them. */
export type CallbackTexts = Readonly<Record<NumberName | (typeof hourNames)[number], string>>

export function textsOf(saved: Settings['callbacks']): CallbackTexts {
  const { callFrom, callTo, leadMinutes, graceMinutes, handOverAfterMinutes, horizonDays, retries, retryAfterMinutes } = saved
  return {
    callFrom,
    callTo,
    leadMinutes: String(leadMinutes),
    graceMinutes: String(graceMinutes),
    handOverAfterMinutes: String(handOverAfterMinutes),
    horizonDays: String(horizonDays),
    retries: String(retries),
    retryAfterMinutes: String(retryAfterMinutes),
  }
}

/** The settings that were typed; null while one of them is none, or nobody could ever be called. */
export function settingsIn(texts: CallbackTexts): Omit<Settings['callbacks'], 'sound'> | null {
  const number = (name: NumberName) => wholeNumber(texts[name], bounds[name].least, bounds[name].most)
  const leadMinutes = number('leadMinutes')
  const graceMinutes = number('graceMinutes')
  const handOverAfterMinutes = number('handOverAfterMinutes')
  const horizonDays = number('horizonDays')
  const retries = number('retries')
  const retryAfterMinutes = number('retryAfterMinutes')
  const callFrom = clockIn(texts.callFrom)
  const callTo = clockIn(texts.callTo)
  if (leadMinutes === null || graceMinutes === null || handOverAfterMinutes === null || horizonDays === null) return null
  if (retries === null || retryAfterMinutes === null || callFrom === null || callTo === null || callFrom === callTo) return null
  return { leadMinutes, graceMinutes, handOverAfterMinutes, horizonDays, retries, retryAfterMinutes, callFrom, callTo }
}

/** Hours and minutes as the settings keep them, such as `08:30` for `8.30`; null when it is no time of a day. */
export function clockIn(text: string): string | null {
  const [, hours = '', minutes = '00'] = /^\s*(\d{1,2})(?:[:.](\d\d))?\s*$/.exec(text) ?? []
  if (hours === '' || Number(hours) > 23 || Number(minutes) > 59) return null
  return `${hours.padStart(2, '0')}:${minutes}`
}
