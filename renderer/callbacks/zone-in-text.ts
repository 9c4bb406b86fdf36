import { zonesNamed } from './zone-names.ts'

export interface ZoneInText {
  /** Every zone that may be meant, the likeliest first. */
  readonly zones: readonly string[]
  /** Where it stands in the text. */
  readonly from: number
  readonly to: number
}

interface Places {
  readonly ownZone: string
  readonly theirZones: readonly string[]
}

const whoseClock = /\b(?:(my|our|their|his|her|your|local)\s+time|here)\b/i
const distance = /\b(?:UTC|GMT)\s?([+-])\s?(\d{1,2})(?::?([0-5]\d))?(?!\d)/i
const isoDistance = /(?<=\d:\d\d(?::\d\d)?)(?:([+-])(\d\d):?([0-5]\d)|Z)(?![\w:])/
const zoneId = /\b[A-Z][A-Za-z]+(?:\/[A-Z][\w+-]*){1,2}/i
const word = /[\p{L}\p{M}.'’]+/gu
/** As in "Ho Chi Minh City". */
const longestName = 4

/** Whose clock a text names; null when it names none. `your` is the caller's, as it is said to them. */
export function zoneInText(text: string, { ownZone, theirZones }: Places): ZoneInText | null {
  const whose = whoseClock.exec(text)
  if (whose) {
    const isOwn = /^(my|our|here)$/i.test(whose[1] ?? whose[0])
    return found(whose, isOwn ? [ownZone] : theirZones)
  }
  const away = distance.exec(text) ?? isoDistance.exec(text)
  const offset = away ? offsetZone(away) : null
  if (away && offset !== null) return found(away, [offset])
  const id = zoneId.exec(text)
  const zone = id ? zoneOfId(id[0]) : null
  if (id && zone !== null) return found(id, [zone])
  return placeInText(text)
}

function placeInText(text: string): ZoneInText | null {
  const words = [...text.matchAll(word)]
  for (let count = longestName; count > 0; count--)
    for (let first = 0; first + count <= words.length; first++) {
      const [from, last] = [words[first], words[first + count - 1]]
      if (from === undefined || last === undefined) continue
      const to = last.index + last[0].length
      const zones = zonesNamed(text.slice(from.index, to))
      if (zones === undefined) continue
      const time = /^\s+time\b/i.exec(text.slice(to))
      return { zones, from: from.index, to: to + (time?.[0].length ?? 0) }
    }
  return null
}

function found(match: RegExpExecArray, zones: readonly string[]): ZoneInText {
  return { zones, from: match.index, to: match.index + match[0].length }
}

/** Null beyond fourteen hours, where nobody lives. */
function offsetZone([, sign, hours, minutes = '00']: RegExpExecArray): string | null {
  if (sign === undefined || hours === undefined || Number(hours) + Number(minutes) === 0) return 'UTC'
  if (Number(hours) * 60 + Number(minutes) > 14 * 60) return null
  return `${sign}${hours.padStart(2, '0')}:${minutes}`
}

function zoneOfId(id: string): string | null {
  try {
    return Temporal.PlainDate.from('2026-01-01').toZonedDateTime(id).timeZoneId
  } catch {
    return null
  }
}
