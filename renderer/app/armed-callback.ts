import type { TFunction } from 'i18next'
import type { ArmedCallback } from '../../shared/callbacks/alarm.ts'
import { type Callback, isOpen } from '../../shared/callbacks/callback.ts'
import { type DeputyWords, deputyBrief } from '../../shared/callbacks/deputy-brief.ts'
import type { Settings } from '../../shared/settings/settings.ts'
import { placeName } from '../callbacks/place-name.ts'
import { type Saying, saidLater, saidTime } from '../callbacks/said-time.ts'

/** Characters of a line that main takes. */
const longest = 2000

/** What main needs to ring for a callback, in words because it has neither words nor zones; null for a closed one. */
export function armedFrom(
  callback: Callback,
  { team, agentName, callbacks }: Settings,
  t: TFunction,
  saying: Saying,
): ArmedCallback | null {
  if (!isOpen(callback)) return null
  const { id, due, promisedFor, person, reason, deputy, practice } = callback
  const snoozedUntil = lastSnooze(callback)
  const armed = {
    ...(snoozedUntil === null ? {} : { snoozedUntil }),
    id,
    at: due.at,
    name: person.name.slice(0, longest),
    number: person.number.slice(0, longest),
    reason: reason.slice(0, longest),
    said: t('promise.said', { time: saidLater(promisedFor, saying) }),
  }
  if (deputy === null || practice || team.user === '') return { ...armed, handOver: null }
  const from = { id: team.user, name: agentName || team.user }
  const time = `${saidTime(promisedFor, { ...saying, ownZone: promisedFor.zone })} ${placeName(promisedFor.zone)}`
  const brief = deputyBrief({ ...callback, deputy }, from, time, deputyWords(t))
  const overdueMs = callback.keeper === 'anyone' ? 0 : callbacks.handOverAfterMinutes * 60_000
  return { ...armed, handOver: { at: due.at + overdueMs, brief } }
}

/** What of the settings an alarm depends on, to tell whether it is another. */
export function alarmSettings({ team, agentName, callbacks }: Settings): string {
  return JSON.stringify([team.user, agentName, callbacks.handOverAfterMinutes])
}

const agreements: readonly string[] = ['renegotiated', 'rulesChanged', 'noAnswer', 'reopened']

/** Until when it was to be quiet, by what was asked for last since the time was agreed. */
function lastSnooze({ history }: Callback): number | null {
  const last = history.findLast(({ type }) => type === 'snoozed' || agreements.includes(type))
  return last?.type === 'snoozed' ? last.until : null
}

function deputyWords(t: TFunction): DeputyWords {
  return {
    someone: t('promise.deputy.someone'),
    headline: (who, time) => t('promise.deputy.headline', { who, time }),
    promised: (words) => t('promise.deputy.promised', { words }),
    tries: (count) => t('promise.deputy.tries', { count }),
    request: (who) => t('promise.deputy.request', { who }),
    readBack: (who, about) => t('promise.deputy.readBack', { who, about }),
  }
}
